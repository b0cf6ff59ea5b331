import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NewerDatabase } from "#api/migrate.ts";
import { readSettings } from "../settings.ts";
import { StartRefusal } from "../start-refusal.ts";
import { readChecksums, writeArchive } from "./archive.ts";
import { sayMissing } from "./documents.ts";
import { rotate, targetOf } from "./files.ts";
import { restoreToFolder, restoreToPostgres } from "./restore.ts";
import { openSource } from "./source.ts";

const now = () => new Date();
const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: "boolean", default: false }, keep: { type: "string" } } });
const [command, target] = positionals;

const usage: Record<string, string> = {
	backup: "npm run backup [-- FILE or FOLDER]",
	restore: "npm run restore -- FILE [--replace]",
	transfer: "npm run transfer -- postgresql://…",
};

async function backup() {
	const settings = readSettings(process.env, []);
	const path = targetOf(target ?? `${settings.backupDir ?? "."}/`, now());
	const { tables, documents } = await writeArchive(await openSource(settings, { whileRunning: true }), path, settings.documentsDir);
	const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
	console.info(`Backup: ${path} (${Object.keys(tables).length} tables, ${rows} rows, ${documents?.contents ?? 0} documents).`);
	// Whole but for these: better kept than not, and said each day until it is seen to.
	sayLost(documents?.missing);
	if (values.keep) rotate(settings.backupDir ?? ".", Number(values.keep));
}

const sayLost = (missing: readonly string[] = []) => {
	if (missing.length > 0) console.error(sayMissing(missing));
};

async function restore(path: string) {
	const settings = readSettings(process.env, []);
	const url = settings.databaseAdminUrl;
	if (url) {
		const rows = await restoreToPostgres(url, path, settings.documentsDir);
		sayLost((await readChecksums(path)).documents?.missing);
		console.info(`Restored: ${rows} rows, each table compared with the backup.`);
		return;
	}
	const { rows, former } = await restoreToFolder(settings, path, { replace: values.replace, now: now() });
	sayLost((await readChecksums(path)).documents?.missing);
	console.info(`Restored: ${rows} rows, each table compared with the backup.${former ? ` The former database is kept: ${former}.` : ""}`);
}

async function transfer(url: string) {
	const settings = readSettings(process.env, []);
	readSettings({ DATABASE_URL: url }, []);
	const path = join(settings.dataDir, `transfer-${process.pid}.tar`);
	try {
		// Documents stay in their folder, which both homes read; what is missing there is said now rather than later.
		const { documents } = await writeArchive(await openSource(settings, { whileRunning: false }), path, settings.documentsDir);
		const rows = await restoreToPostgres(url, path, null);
		sayLost(documents?.missing);
		console.info(`Transferred: ${rows} rows, each table compared with the embedded one. Start Jalon with this DATABASE_URL from now on.`);
	} finally {
		rmSync(path, { force: true });
	}
}

try {
	if (command === "backup") await backup();
	else if (command === "restore" && target) await restore(target);
	else if (command === "transfer" && target) await transfer(target);
	else throw new StartRefusal(`Usage: ${usage[command ?? ""] ?? Object.values(usage).join(" · ")}`);
	process.exit(0);
} catch (error) {
	// Of an error nobody foresaw, the stack only: a driver's error carries the rows themselves.
	console.error(error instanceof StartRefusal || error instanceof NewerDatabase ? error.message : error instanceof Error ? error.stack : String(error));
	process.exit(1);
}
