import { createHash, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { SessionPort } from "#api/caller.ts";
import type { Tables } from "#api/sql/tables.ts";

const cookieName = "jalon_session";
const hours = 12;

const hash = (token: string) => createHash("sha256").update(token).digest("hex");
const tokenOf = (request: Request) => new RegExp(`(?:^|;\\s*)${cookieName}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(request.headers.get("cookie") ?? "")?.[1];
const cookie = (value: string, maxAge: number) => ({ "set-cookie": `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}` });

/** Opaque random sessions, kept hashed in the database: any process can read them, a stolen backup cannot use them. */
export const cookieSessions = (database: Kysely<Tables>, now: () => Date): SessionPort => ({
	async find(request) {
		const token = tokenOf(request);
		if (!token) return null;
		const row = await database
			.selectFrom("session")
			.select("person_id")
			.where("token_hash", "=", hash(token))
			.where("expires_at", ">", now().toISOString())
			.executeTakeFirst();
		return row ? { personId: row.person_id } : null;
	},
	async open(personId) {
		const token = randomBytes(32).toString("base64url");
		const created = now();
		const expires = new Date(created.getTime() + hours * 3_600_000);
		await database
			.insertInto("session")
			.values({ token_hash: hash(token), person_id: personId, created_at: created.toISOString(), expires_at: expires.toISOString() })
			.execute();
		return cookie(token, hours * 3600);
	},
	async close(request) {
		const token = tokenOf(request);
		if (token) await database.deleteFrom("session").where("token_hash", "=", hash(token)).execute();
		return cookie("", 0);
	},
});
