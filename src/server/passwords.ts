import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { PasswordPort } from "#api/accounts.ts";

type Cost = { N: number; r: number; p: number };
const derive = promisify<string, Buffer, number, Cost & { maxmem: number }, Buffer>(scrypt);

// As strong as OWASP's N=2^17, p=1 for a quarter of the memory: 32 MB an attempt, four at once at most (the threads of libuv).
const cost: Cost = { N: 2 ** 15, r: 8, p: 3 };
const length = 32;

const hashWith = async (password: string, salt: Buffer, { N, r, p }: Cost) => derive(password, salt, length, { N, r, p, maxmem: 256 * N * r });

async function hash(password: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await hashWith(password, salt, cost);
	return `scrypt$${cost.N},${cost.r},${cost.p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

async function verify(password: string, kept: string | null): Promise<boolean> {
	const [, N, r, p, salt = "", key = ""] = /^scrypt\$(\d+),(\d+),(\d+)\$([\w-]+)\$([\w-]+)$/.exec(kept ?? "") ?? [];
	// Nobody has the hash of nothing: the same work, and no.
	const made = await hashWith(password, Buffer.from(salt || "AAAAAAAAAAAAAAAAAAAAAA", "base64url"), N ? { N: Number(N), r: Number(r), p: Number(p) } : cost);
	const wanted = Buffer.from(key, "base64url");
	return wanted.length === made.length && timingSafeEqual(made, wanted);
}

// Without what is confused when read out (0 O, 1 I L, 5 S, 8 B).
const letters = "ACDEFGHJKMNPQRTUVWXYZ234679";
const random = (groups: number) => Array.from({ length: groups }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")).join("-");

/** scrypt, from Node. A temporary password has 76 bits, and so has the code of the first opening. */
export const passwordsOf = ({ asksForCode }: { asksForCode: boolean }): PasswordPort => ({
	hash,
	verify,
	make: () => random(4),
	setupCode: asksForCode ? random(4) : null,
});
