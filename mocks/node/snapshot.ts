import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { migrate } from "#api/migrate.ts";
import { parsers } from "#api/parsers.ts";
import type { Version } from "../home/messages.ts";
import { loadWorld } from "../world/load.ts";
import { type Scenario, world } from "../world/world.ts";

const top = join(import.meta.dirname, "../..");
const cache = join(top, "node_modules/.cache/jalon");
export const worldFolder = join(top, "mocks/world");
export const migrationsFolder = join(top, "src/api/sql/migrations");

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const readMigrations = () =>
	readdirSync(migrationsFolder)
		.filter((name) => name.endsWith(".sql"))
		.sort()
		.map((name) => ({ name, sql: readFileSync(join(migrationsFolder, name), "utf8") }));

/** Says from what a snapshot was made: anything else makes another. */
export function currentVersion(): Version {
	const sources = globSync("**/*", { cwd: worldFolder, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	return {
		world: hash(sources.map((file) => `${basename(file)}\n${readFileSync(file, "utf8")}`).join("\n")),
		migrations: Object.fromEntries(readMigrations().map(({ name, sql }) => [name, hash(sql)])),
	};
}

export type SnapshotOptions = { scenario: Scenario; today: string; size?: number };

async function build({ scenario, today, size }: SnapshotOptions): Promise<Buffer> {
	// Journal files of 1 MB, not 16: a browser keeps whole files, and each write there keeps the journal's.
	const pglite = await PGlite.create({ extensions: { pg_trgm }, parsers, initDbStartParams: ["--wal-segsize=1"] });
	try {
		await migrate({ exec: (sql) => pglite.exec(sql), query: (sql, parameters) => pglite.query(sql, parameters) }, readMigrations());
		await pglite.transaction(async (transaction) => {
			await loadWorld({ query: (sql, parameters) => transaction.query(sql, parameters) }, world({ today, scenario, ...(size ? { size } : {}) }), today);
		});
		await pglite.exec("create schema demonstration; create table demonstration.origin (scenario text not null, version jsonb not null)");
		await pglite.query("insert into demonstration.origin values ($1, $2)", [scenario, JSON.stringify(currentVersion())]);
		// A model for new databases that nobody will make.
		await pglite.exec("update pg_database set datistemplate = false where datname = 'template0'");
		await pglite.exec("drop database template0");
		await pglite.exec("vacuum full analyze");
		// Kept with the data, for whoever opens them: PGlite fills its buffers with zeros at each start, and 128 MB of them take longer than all the rest. The region holds in 32.
		await pglite.exec("alter system set shared_buffers = '32MB'");
		// The journal of the loading weighs more than what it loaded: leave one empty segment.
		await pglite.exec("set wal_recycle = off");
		for (const _ of ["filled", "switched"]) {
			await pglite.exec("select pg_switch_wal()");
			await pglite.exec("checkpoint");
		}
		return Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer());
	} finally {
		await pglite.close();
	}
}

/** The file of a prepared database, gzipped: built once per version, day and size, and kept beside the dependencies. */
export function snapshotFile({ scenario, today, size }: SnapshotOptions): { file: string; exists: boolean } {
	const version = hash(JSON.stringify(currentVersion()) + readFileSync(import.meta.filename, "utf8"));
	const file = join(cache, `${scenario}${size ? `-${size}` : ""}-${version}-${today}.snapshot`);
	return { file, exists: existsSync(file) };
}

export async function writeSnapshot(options: SnapshotOptions): Promise<string> {
	const { file, exists } = snapshotFile(options);
	if (exists) return file;
	const bytes = gzipSync(await build(options), { level: 7 });
	mkdirSync(cache, { recursive: true });
	// Written aside, then named: two processes may build the same one at once.
	const aside = `${file}.${process.pid}`;
	writeFileSync(aside, bytes);
	renameSync(aside, file);
	sweep(file, options);
	return file;
}

/** Yesterday's snapshots of the same kind serve nobody. */
function sweep(kept: string, { scenario, size }: SnapshotOptions) {
	const kind = new RegExp(`^${scenario}${size ? `-${size}` : ""}-[0-9a-f]{16}-[0-9-]{10}\\.snapshot$`);
	const old = readdirSync(cache).filter((name) => kind.test(name) && name !== basename(kept));
	for (const name of old) rmSync(join(cache, name), { force: true });
}
