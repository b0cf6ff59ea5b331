import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { migrate } from "#api/migrate.ts";
import { readMigrations } from "../database.ts";
import { isOtherEngine } from "../embedded/engine.ts";
import { swapIn } from "../embedded/folder-swap.ts";
import { lockFolder } from "../embedded/lock.ts";
import { engineOptions, openFolder } from "../embedded/open-folder.ts";
import { StartRefusal } from "../start-refusal.ts";
import { readAbout } from "./archive.ts";
import { readMigrationNames } from "./catalogue.ts";
import { type Connection, connectionOf, connectPostgres } from "./connection.ts";
import { restoreContents } from "./documents.ts";
import { loadArchive } from "./load.ts";
import { verifyArchive } from "./verify.ts";

/** Does anybody live there? Vocabularies and territories do not count: an empty Jalon has them. */
async function isInhabited({ query }: Connection): Promise<boolean> {
	const { rows } = await query("select to_regclass('public.person') is not null as exists");
	if (rows[0]?.exists !== true) return false;
	return (await query("select exists (select from person) or exists (select from employer) as inhabited")).rows[0]?.inhabited === true;
}

/** A backup is loaded as its own version left it; what this version adds comes after. */
async function fillEmpty(connection: Connection, path: string): Promise<number> {
	const migrations = readMigrations();
	const about = await readAbout(
		path,
		migrations.map(({ name }) => name),
	);
	const there = await readMigrationNames(connection);
	if (there.some((name) => !about.migrations.includes(name)))
		throw new StartRefusal(`The backup ${path} comes from an older Jalon than this database: give it a brand-new database, without any table.`);
	await migrate(
		connection,
		migrations.filter(({ name }) => about.migrations.includes(name)),
	);
	const rows = await loadArchive(connection, path);
	await migrate(connection, migrations);
	return rows;
}

/** A file that cannot be restored is refused before anything is made or touched. */
async function refuseUnusable(path: string) {
	await readAbout(
		path,
		readMigrations().map(({ name }) => name),
	);
	await verifyArchive(path);
}

/** Into a PostgreSQL database that holds nobody; what documents hold comes first: a row never precedes its bytes. */
export async function restoreToPostgres(url: string, path: string, documentsDir: string | null): Promise<number> {
	await refuseUnusable(path);
	const connection = await connectPostgres(url);
	try {
		if (await isInhabited(connection))
			throw new StartRefusal("This PostgreSQL database already holds people or employers: a backup is restored into an empty one only.");
		if (documentsDir !== null) await restoreContents(path, documentsDir);
		return await fillEmpty(connection, path);
	} finally {
		await connection.close();
	}
}

/** A new folder made aside, whole before it is named; the former one stays beside it. The caller holds the lock. */
export async function restoreAside(dataDir: string, path: string, suffix: string): Promise<{ rows: number; former: string | null }> {
	const made = join(dataDir, "pg.restoring");
	rmSync(made, { recursive: true, force: true });
	const connection = connectionOf(await PGlite.create({ ...engineOptions, dataDir: made }));
	try {
		const rows = await fillEmpty(connection, path).finally(connection.close);
		return { rows, former: swapIn(dataDir, made, suffix) };
	} finally {
		rmSync(made, { recursive: true, force: true });
	}
}

async function refuseInhabited(dataDir: string) {
	const why = `The database in ${dataDir} is not empty. Give another DATA_DIR, or add --replace: the present one is then kept beside the restored one.`;
	if (isOtherEngine(dataDir)) throw new StartRefusal(why);
	const connection = connectionOf(await openFolder(dataDir));
	try {
		if (await isInhabited(connection)) throw new StartRefusal(why);
	} finally {
		await connection.close();
	}
}

/** Into the embedded database of a folder, which no server holds meanwhile. */
export async function restoreToFolder(
	{ dataDir, documentsDir }: { dataDir: string; documentsDir: string },
	path: string,
	{ replace, now }: { replace: boolean; now: Date },
) {
	await refuseUnusable(path);
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const unlock = lockFolder(dataDir);
	try {
		if (existsSync(join(dataDir, "pg")) && !replace) await refuseInhabited(dataDir);
		await restoreContents(path, documentsDir);
		return await restoreAside(dataDir, path, `before-restore-${now.toISOString().replace(/[:.]/g, "")}`);
	} finally {
		unlock();
	}
}
