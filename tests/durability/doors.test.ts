import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { employerBody } from "../support/employer-body.ts";
import { copyData } from "../support/prepared-folders.ts";
import { freePort } from "../support/processes.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { Office, pause } from "./support/office.ts";
import { scratch } from "./support/rounds.ts";

const folder = scratch("doors");
const data = join(folder, "data");
const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
let server: RunningServer;

beforeAll(async () => {
	copyData(inject("prepared"), data);
	server = await startServer({ dataDir: data });
	execFileSync(
		"openssl",
		[
			"req",
			"-x509",
			"-newkey",
			"rsa:2048",
			"-nodes",
			"-days",
			"2",
			"-subj",
			"/CN=127.0.0.1",
			"-addext",
			"subjectAltName=IP:127.0.0.1",
			"-keyout",
			key,
			"-out",
			cert,
		],
		{ stdio: "ignore" },
	);
});
afterAll(() => server?.stop());

/** What an operator sees of a server that does not start. */
function refusal(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
	const { DATABASE_URL: _url, ...inherited } = process.env;
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ["src/server/main.ts"], {
			stdio: ["ignore", "ignore", "pipe"],
			env: { ...inherited, HOST: "127.0.0.1", PORT: "0", DATA_DIR: join(folder, "none"), ...env },
		});
		let said = "";
		child.stderr.on("data", (chunk) => {
			said += chunk;
		});
		child.once("close", (code) => resolve({ code, said: said.trim() }));
	});
}

describe("Un réglage impossible est dit en une phrase, sans pile d’appels, et rien ne démarre", () => {
	const cases: [string, () => Record<string, string> | Promise<Record<string, string>>, RegExp][] = [
		["PORT", () => ({ PORT: "quatre-vingts" }), /^PORT must be a number from 0 to 65535, not "quatre-vingts"\.$/],
		["PUBLIC_ORIGIN", () => ({ PUBLIC_ORIGIN: "https://jalon.example/app" }), /^PUBLIC_ORIGIN must be an address without a path.*\.$/],
		["TRUST_PROXY", () => ({ TRUST_PROXY: "oui" }), /^TRUST_PROXY must be a number from 0 to 10, not "oui"\.$/],
		["TLS_KEY oublié", () => ({ TLS_CERT: cert }), /^TLS_KEY is missing: https needs a certificate and its key\.$/],
		["TLS_CERT introuvable", () => ({ TLS_CERT: "/nulle/part.pem", TLS_KEY: key }), /^TLS_CERT: the file \/nulle\/part\.pem cannot be read \(ENOENT\)\.$/],
		[
			"un certificat qui n’en est pas un",
			() => {
				writeFileSync(join(folder, "bad.pem"), "bonjour");
				return { TLS_CERT: join(folder, "bad.pem"), TLS_KEY: key };
			},
			/^TLS_CERT .* are not a certificate and its key, in PEM: .*\.$/,
		],
		["DATABASE_URL", () => ({ DATABASE_URL: "mysql://moi:secret@ailleurs/base" }), /^DATABASE_URL must be an address that starts with postgresql:\/\/\.$/],
		[
			"un PostgreSQL absent",
			async () => ({ DATABASE_URL: `postgresql://moi:secret@127.0.0.1:${await freePort()}/base` }),
			/^The database of DATABASE_URL does not let Jalon in: .*ECONNREFUSED.*\.$/,
		],
		["un port pris", () => ({ PORT: new URL(server.url).port }), /^HOST=127\.0\.0\.1, PORT=\d+ is already taken by another program\.$/],
	];
	for (const [name, env, sentence] of cases) {
		test(name, async () => {
			const { code, said } = await refusal(await env());
			expect(said).toMatch(sentence);
			expect(said).not.toContain("secret");
			expect(code).toBe(1);
		});
	}
});

test("Derrière un mandataire de confiance, la requête arrivée en https l’est pour Jalon ; sans confiance, personne n’est cru", async () => {
	const forwarded = { "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7" };
	const told = async (url: string) => (await fetch(`${url}/api/health`, { headers: forwarded })).headers.get("strict-transport-security");
	expect(await told(server.url)).toBeNull();
	const copy = join(folder, "proxied");
	copyData(inject("prepared"), copy);
	const proxied = await startServer({ dataDir: copy, env: { TRUST_PROXY: "1", PUBLIC_ORIGIN: "https://jalon.example" } });
	expect(await told(proxied.url)).toContain("max-age=");
	expect(proxied.output()).toContain("Jalon: https://jalon.example");
	await proxied.stop();
});

/** As a browser that trusts this very certificate. */
const secure = (port: number, ca: string) =>
	new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
		get({ host: "127.0.0.1", port, path: "/api/health", ca: [ca] }, (response) => {
			response.resume();
			resolve({ status: response.statusCode, headers: response.headers });
		}).once("error", reject);
	});

test("Avec un certificat et sa clé, Jalon répond en https, et seulement ainsi", async () => {
	const port = await freePort();
	const copy = join(folder, "secure");
	copyData(inject("prepared"), copy);
	const { DATABASE_URL: _url, ...inherited } = process.env;
	const child = spawn(process.execPath, ["src/server/main.ts"], {
		stdio: ["ignore", "pipe", "inherit"],
		env: { ...inherited, HOST: "127.0.0.1", PORT: String(port), DATA_DIR: copy, JALON_DEMO: "1", TLS_CERT: cert, TLS_KEY: key },
	});
	const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
	try {
		const ca = readFileSync(cert, "utf8");
		let answer: Awaited<ReturnType<typeof secure>> | undefined;
		for (let tries = 0; tries < 600 && answer?.status !== 200; tries++) {
			answer = await secure(port, ca).catch(() => undefined);
			await pause(100);
		}
		expect(answer?.status).toBe(200);
		expect(answer?.headers["strict-transport-security"]).toContain("max-age=");
		await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
	} finally {
		child.kill("SIGTERM");
	}
	expect(await gone).toBe(0);
});

test("À l’arrêt, la requête en cours se termine, plus rien n’entre, la base se ferme et le code de sortie est 0", async () => {
	const copy = join(folder, "stopped");
	copyData(inject("prepared"), copy);
	const port = await freePort();
	const { DATABASE_URL: _url, ...inherited } = process.env;
	const child = spawn(process.execPath, ["src/server/main.ts"], {
		stdio: ["ignore", "pipe", "inherit"],
		env: { ...inherited, HOST: "127.0.0.1", PORT: String(port), DATA_DIR: copy, JALON_DEMO: "1" },
	});
	const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
	const url = `http://127.0.0.1:${port}`;
	const states = new Set<number>();
	let isReady = false;
	for (let tries = 0; tries < 1200 && !isReady; tries++) {
		const status = await fetch(`${url}/api/ready`).then(
			(response) => response.status,
			() => 0,
		);
		states.add(status);
		isReady = status === 200;
		await pause(50);
	}
	expect([...states].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
	const office = await new Office(url).signIn();

	// A request whose body is still on its way when the order to stop comes.
	const employer = employerBody();
	const { id } = employer;
	const body = JSON.stringify(employer);
	const answer = new Promise<string>((resolve, reject) => {
		const socket = connect(port, "127.0.0.1");
		let text = "";
		socket.on("data", (chunk) => {
			text += chunk;
		});
		socket.on("close", () => resolve(text));
		socket.on("error", reject);
		socket.write(
			`POST /api/employers HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${office.cookie}\r\nContent-Type: application/json\r\nIdempotency-Key: ${id}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 20)}`,
		);
		setTimeout(() => child.kill("SIGTERM"), 300);
		setTimeout(() => socket.write(body.slice(20)), 800);
	});
	await pause(600);
	await expect(fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(2000) })).rejects.toThrow();
	expect(await answer).toMatch(/^HTTP\/1\.1 201 /);
	expect(await gone).toBe(0);
	const again = await startServer({ dataDir: copy });
	expect(await (await new Office(again.url).signIn()).missing([id])).toEqual([]);
	await again.stop();
});
