import type { OpenDatabase } from "./database.ts";
import { hourly } from "./hourly.ts";

type Forgotten = { table: string; key: string; when: string; parameters: (at: { daysAgo(days: number): string; idleSince: string }) => string[] };

/** What has served its time, and from when on it may go. */
const forgotten: readonly Forgotten[] = [
	// A retry of three months ago is no retry: the key's book keeps what was sent and answered no longer.
	{ table: "idempotency_key", key: "key", when: "created_at < $1::timestamptz", parameters: ({ daysAgo }) => [daysAgo(90)] },
	// Ended whatever is done, or idle: nobody can come back with it.
	{
		table: "session",
		key: "token_hash",
		when: "(expires_at <= $1::timestamptz or last_seen_at <= $2::timestamptz)",
		parameters: ({ daysAgo, idleSince }) => [daysAgo(0), idleSince],
	},
	// An attempt slows the next ones down for an hour.
	{ table: "sign_in_attempt", key: "subject", when: "last_at < $1::timestamptz", parameters: ({ daysAgo }) => [daysAgo(1)] },
	// What was told more than a year ago is not what stands today; the post of a month is what its page shows.
	{ table: "told_alert", key: "person_id, fact", when: "told_on < $1::date", parameters: ({ daysAgo }) => [daysAgo(400)] },
	{ table: "digest", key: "id", when: "day < $1::date", parameters: ({ daysAgo }) => [daysAgo(90)] },
	// Of an import, who brought what and when stays; what it wrote is in the journal. Its file goes whole.
	{ table: "import_row", key: "id", when: "import_id in (select id from import where kept_until < $1::date)", parameters: ({ daysAgo }) => [daysAgo(0)] },
	{
		table: "import_piece",
		key: "import_id",
		when: "import_id in (select id from import where kept_until < $1::date)",
		parameters: ({ daysAgo }) => [daysAgo(0)],
	},
	// A file that stopped coming.
	{ table: "import", key: "id", when: "state = 'receiving' and kept_until < $1::date", parameters: ({ daysAgo }) => [daysAgo(0)] },
];

const batch = 1000;
/** Nobody waits long behind it: what is left over goes an hour later. */
const mostBatches = 50;

/** Forgets what has served its time, a thousand rows at a time; answers how many of each table. */
export async function forgetExpired({ query }: Pick<OpenDatabase, "query">, now: Date, idleSeconds: number): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString();
	const at = { daysAgo: (days: number) => secondsAgo(days * 86_400), idleSince: secondsAgo(idleSeconds) };
	for (const { table, key, when, parameters } of forgotten) {
		for (let round = 0; round < mostBatches; round += 1) {
			const { rows } = await query(
				`delete from ${table} where (${key}) in (select ${key} from ${table} where ${when} limit ${batch}) and ${when} returning 1`,
				parameters(at),
			);
			counts[table] = (counts[table] ?? 0) + rows.length;
			if (rows.length < batch) break;
		}
	}
	return counts;
}

/** Looks every hour, as the backups do, and tidies what was left behind; not on a full disk, where even forgetting writes. */
export function scheduleUpkeep(
	opened: Pick<OpenDatabase, "query" | "tidy">,
	{
		now,
		idleSeconds,
		isWritable,
		isQuiet,
		documents,
		follow,
		log,
	}: {
		now: () => Date;
		idleSeconds: number;
		isWritable: () => boolean;
		/** Nobody has asked for anything lately. */
		isQuiet: () => boolean;
		/** The hourly look at where documents are. */
		documents?: () => Promise<void>;
		/** What missions and immigration lines call for as their days pass. */
		follow?: () => Promise<unknown>;
		log: (entry: object) => void;
	},
): void {
	const failed = (error: unknown) => log({ level: "error", message: "the hourly upkeep could not be finished", code: (error as { code?: string }).code });
	hourly(() => {
		if (!isWritable()) return;
		forgetExpired(opened, now(), idleSeconds)
			.then(() => opened.tidy?.(isQuiet))
			.then(() => documents?.())
			.catch(failed)
			// What employers are owed does not wait for a folder that cannot be read.
			.then(() => follow?.())
			.catch(failed);
	});
}
