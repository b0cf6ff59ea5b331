import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isWhole, namedContents, readContents } from "./backup/documents.ts";
import type { OpenDatabase } from "./database.ts";
import { incomingOf, placeOf } from "./document-folder.ts";

const day = 86_400_000;
/** Each content is read again once a week, a slice an hour: what rots is found while the backups still hold it whole. */
const hoursOfAWeek = 168;

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const isOld = (path: string, now: Date) => now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime()) > day;
/** The contents of a folder that have been there for a day. */
const oldContents = (folder: string, now: Date) =>
	namesIn(folder)
		.filter((name) => /^[0-9a-f]{2}$/.test(name))
		.flatMap((start) => namesIn(join(folder, start)).map((end) => `${start}${end}`))
		.filter((sha256) => /^[0-9a-f]{64}$/.test(sha256) && isOld(join(folder, placeOf(sha256)), now));

/**
 * Removes, after a day, what nobody acknowledged: an upload that was cut, a content whose row never came. What the journal names stays.
 * Under the lock of whoever writes: a content is given its name in the same transaction as its row (api/routes/documents.ts).
 */
export async function sweepDocuments(folder: string, { query, atOnce }: Pick<OpenDatabase, "query" | "atOnce">, now: Date): Promise<number> {
	for (const name of namesIn(incomingOf(folder))) if (isOld(join(incomingOf(folder), name), now)) rmSync(join(incomingOf(folder), name), { force: true });
	const named = new Set(await readContents({ query }));
	const unknown = oldContents(folder, now).filter((sha256) => !named.has(sha256));
	if (unknown.length === 0) return 0;
	return atOnce(async (once) => {
		await once("select pg_advisory_xact_lock(7240)");
		const { rows } = await once(`select sha256 from (${namedContents}) named where sha256 = any($1)`, [unknown]);
		const since = new Set(rows.map(({ sha256 }) => sha256));
		const gone = unknown.filter((sha256) => !since.has(sha256));
		for (const sha256 of gone) rmSync(join(folder, placeOf(sha256)), { force: true });
		return gone.length;
	});
}

/** Contents that are no longer there, or no longer what they were. */
export async function faultsOfDocuments(folder: string, { query }: Pick<OpenDatabase, "query">, now: Date): Promise<{ missing: string[]; damaged: string[] }> {
	const slice = Math.floor(now.getTime() / 3_600_000) % hoursOfAWeek;
	const [missing, damaged]: [string[], string[]] = [[], []];
	for (const sha256 of await readContents({ query })) {
		const path = join(folder, placeOf(sha256));
		if (!existsSync(path)) missing.push(sha256);
		else if (Number.parseInt(sha256.slice(0, 6), 16) % hoursOfAWeek === slice && !(await isWhole(path, sha256))) damaged.push(sha256);
	}
	return { missing, damaged };
}

/** The hourly look at where documents are. */
export async function lookAfterDocuments(
	folder: string,
	opened: Pick<OpenDatabase, "query" | "atOnce">,
	{ now, log }: { now: Date; log: (entry: object) => void },
): Promise<void> {
	const swept = await sweepDocuments(folder, opened, now);
	if (swept > 0) log({ level: "info", message: "contents that no document names were removed", count: swept });
	const faults = await faultsOfDocuments(folder, opened, now);
	if (faults.missing.length + faults.damaged.length > 0)
		log({ level: "error", message: "documents have lost their content: restore it from a backup", ...faults });
}
