import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { engineMajor, folderMajor, isOtherEngine } from "../embedded/engine.ts";
import type { Settings } from "../settings.ts";
import { StartRefusal } from "../start-refusal.ts";
import { readChecksums } from "./archive.ts";
import { listBackups } from "./files.ts";
import { restoreAside } from "./restore.ts";

/** When the folder was last written: its log of writes is touched by each. */
const lastWrite = (dataDir: string) => {
	const wal = join(dataDir, "pg", "pg_wal");
	return Math.max(
		...readdirSync(wal, { withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ name }) => statSync(join(wal, name)).mtimeMs),
	);
};

/**
 * A new Jalon may carry a new major version of PostgreSQL, which does not read the former's files: it starts from the last
 * backup, if that holds all that was written. The former folder stays beside. The caller holds the lock.
 */
export async function upgradeEngine({ dataDir, backupDir }: Settings, say: (sentence: string) => void): Promise<void> {
	if (!isOtherEngine(dataDir)) return;
	const from = folderMajor(dataDir);
	const last = backupDir === null ? undefined : listBackups(backupDir).at(-1);
	const versions = `The database in ${dataDir} was made by PostgreSQL ${from}; this Jalon carries PostgreSQL ${engineMajor}`;
	const remedy = "Install the former version again, stop it, run « npm run backup » with it, and start this one";
	if (!last) throw new StartRefusal(`${versions} and finds no backup in ${backupDir}. ${remedy}.`);
	const { finishedAt } = await readChecksums(last);
	const written = lastWrite(dataDir);
	if (Date.parse(finishedAt) < written)
		throw new StartRefusal(
			`${versions}, and the last backup (${finishedAt}) is older than the last write (${new Date(written).toISOString()}). ${remedy}; or accept to lose what came after it: npm run restore -- ${last} --replace.`,
		);
	say(`${versions}: restoring the backup ${last}.`);
	const { rows, former } = await restoreAside(dataDir, last, `postgresql-${from}`);
	say(`${rows} rows restored. The former folder is kept: ${former}.`);
}
