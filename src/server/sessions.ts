import { createHash, randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { SessionPort } from "#api/caller.ts";
import type { Tables } from "#api/sql/tables.ts";
import { deviceOf } from "./device.ts";

export type SessionOptions = {
	/** Does the browser see this request as https? */
	isSecure(request: Request): boolean;
	idleSeconds: number;
	/** On a full disk people read: their sessions are not worth the last of its room. */
	isWritable?(): boolean;
	now(): Date;
};

/** Whatever is done, one signs in again the next day. */
const hours = 12;
/** Asked by the page alone (a timer, a stream): nobody is there for that. */
const backgroundHeader = "x-jalon-background";

const hash = (token: string) => createHash("sha256").update(token).digest("hex");
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000).toISOString();

/** Opaque random sessions, kept hashed in the database: any process can read them, a stolen backup cannot use them. */
export function cookieSessions(database: Kysely<Tables>, { isSecure, idleSeconds, isWritable = () => true, now }: SessionOptions): SessionPort {
	// A browser refuses the `__Host-` name to another host, to http and to a path; on the loopback there is no https to ask for.
	const nameOf = (request: Request) => (isSecure(request) ? "__Host-jalon_session" : "jalon_session");
	const cookie = (request: Request, value: string, maxAge: number) => ({
		"set-cookie": `${nameOf(request)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${isSecure(request) ? "; Secure" : ""}`,
	});
	const tokenOf = (request: Request) => {
		const found = (request.headers.get("cookie") ?? "").split(/;\s*/).find((pair) => pair.startsWith(`${nameOf(request)}=`));
		return /=([A-Za-z0-9_-]{43})$/.exec(found ?? "")?.[1];
	};
	/** Neither at its end nor left without anybody. */
	const isOpen = (at: Date) =>
		sql<boolean>`(session.expires_at > ${at.toISOString()}::timestamptz and session.last_seen_at > ${later(at, -idleSeconds)}::timestamptz)`;
	// Not at each request: a page asks ten things at once.
	const touchEvery = Math.min(30, idleSeconds / 20);
	return {
		idleSeconds,
		async find(request, isBackground = false) {
			const token = tokenOf(request);
			if (!token) return null;
			const at = now();
			const row = await database
				.selectFrom("session")
				.leftJoin("account", "account.person_id", "session.person_id")
				.select(["session.id", "session.person_id", "account.must_change"])
				.select((select) => select("last_seen_at", "<", later(at, -touchEvery)).as("is_old"))
				.where("token_hash", "=", hash(token))
				.where(isOpen(at))
				.executeTakeFirst();
			if (!row) return null;
			if (row.is_old && isWritable() && !isBackground && !request.headers.has(backgroundHeader))
				await database
					.updateTable("session")
					.set({ last_seen_at: at.toISOString() })
					.where("id", "=", row.id)
					.where("last_seen_at", "<", later(at, -touchEvery))
					.execute();
			return { personId: row.person_id, sessionId: row.id, mustChangePassword: row.must_change ?? false };
		},
		async stillOpen(sessionIds) {
			const at = now();
			const rows = await database.selectFrom("session").select("id").where("id", "in", sessionIds).where(isOpen(at)).execute();
			return rows.map(({ id }) => id);
		},
		async open(personId, request, within = database) {
			const token = randomBytes(32).toString("base64url");
			const at = now();
			await within
				.insertInto("session")
				.values({
					token_hash: hash(token),
					person_id: personId,
					created_at: at.toISOString(),
					last_seen_at: at.toISOString(),
					expires_at: later(at, hours * 3600),
					device: deviceOf(request.headers.get("user-agent")),
				})
				.execute();
			return cookie(request, token, hours * 3600);
		},
		async close(request, within = database) {
			const token = tokenOf(request);
			if (token) await within.deleteFrom("session").where("token_hash", "=", hash(token)).execute();
			return cookie(request, "", 0);
		},
	};
}
