import { type Kysely, sql } from "kysely";
import { Refusal } from "./refusal.ts";
import { sha256 } from "./sha256.ts";
import type { Tables } from "./sql/tables.ts";

/**
 * Attempts that cost nothing, then the longest wait in seconds: it doubles from one second. An account is never shut for good,
 * and its wait stays short: whoever guesses from everywhere slows its owner by a minute at most.
 */
const limits = { account: { free: 5, longest: 60 }, source: { free: 20, longest: 900 } } as const;
type Scope = keyof typeof limits;

/** An hour without an attempt, and the count starts again. */
const forgottenAfter = 3600;

/** Seconds to wait, 0 when the attempt is let through. */
async function count(database: Kysely<Tables>, scope: Scope, subject: string, at: string): Promise<number> {
	const { free, longest } = limits[scope];
	const failures = sql`case when a.last_at < ${at}::timestamptz - make_interval(secs => ${forgottenAfter}) then 1 else a.failures + 1 end`;
	// Counted before the password is looked at, in one statement: fifty attempts at once are fifty attempts.
	const { rows } = await sql`insert into sign_in_attempt as a (scope, subject, failures, last_at) values (${scope}, ${subject}, 1, ${at})
		on conflict (scope, subject) do update set failures = ${failures}, last_at = ${at},
			blocked_until = case when ${failures} < ${free} then null else ${at}::timestamptz + make_interval(secs => least(power(2, least(${failures} - ${free}, 20)), ${longest})) end
		where a.blocked_until is null or a.blocked_until <= ${at}::timestamptz returning 1`.execute(database);
	if (rows.length > 0) return 0;
	const { rows: waits } = await sql<{ wait: number }>`select ceil(extract(epoch from blocked_until - ${at}::timestamptz))::int as wait
		from sign_in_attempt where scope = ${scope} and subject = ${subject}`.execute(database);
	return Math.max(1, waits[0]?.wait ?? 1);
}

/** Counts a failure of this source at something that has no account, such as a secret address; refuses while it must wait. Not told from where, none is counted. */
export async function countFailure(database: Kysely<Tables>, now: Date, what: string, source: string): Promise<void> {
	const wait = source === "" ? 0 : await count(database, "source", await sha256(`${what} ${source}`), now.toISOString());
	if (wait > 0) throw new Refusal("too-many-attempts", { retryAfter: wait });
}

/** Forgets an attempt that has succeeded. */
export type Forget = (database: Kysely<Tables>) => Promise<void>;

/** Counts an attempt of this source at this account (unknown ones included), and refuses it while either must wait; answers what forgets it once it has succeeded. */
export async function countAttempt(database: Kysely<Tables>, now: Date, source: string, account: string): Promise<Forget> {
	const at = now.toISOString();
	const [bySource, byAccount] = await Promise.all([sha256(`source ${source}`), sha256(`account ${account}`)]);
	// Counted together, kept even when refused: a refusal that took its count back would count nothing.
	const wait = await database.transaction().execute(async (db) => (await count(db, "source", bySource, at)) || (await count(db, "account", byAccount, at)));
	if (wait > 0) throw new Refusal("too-many-attempts", { retryAfter: wait });
	return async (within) => {
		await within.deleteFrom("sign_in_attempt").where("scope", "=", "account").where("subject", "=", byAccount).execute();
		// One success does not excuse the other attempts of the same place.
		await sql`update sign_in_attempt set failures = greatest(failures - 1, 0), blocked_until = null where scope = 'source' and subject = ${bySource}`.execute(
			within,
		);
	};
}
