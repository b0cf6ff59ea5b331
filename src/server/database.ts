import { constants, cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, type LogEvent, PGliteDialect, PostgresDialect } from "kysely";
import pg from "pg";
import { servingRole } from "#api/caller.ts";
import { type Migration, migrate } from "#api/migrate.ts";
import type { Tables } from "#api/sql/tables.ts";
import type { FolderEvents } from "./embedded/durable-node-fs.ts";
import { engineOptions, openFolder } from "./embedded/open-folder.ts";
import { changesChannel, Listener } from "./listener.ts";
import { postgresTypes } from "./postgres-types.ts";
import { admitServingLogin, requireServing } from "./serving-login.ts";
import { StartRefusal } from "./start-refusal.ts";

export type OwnerQuery = (sql: string, parameters?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** What a home opens: the API's database under the serving role, and the owner's hand for set-based loading. */
export type OpenDatabase = {
	database: Kysely<Tables>;
	query: OwnerQuery;
	/** The owner's hand, all or nothing. */
	atOnce<T>(work: (query: OwnerQuery) => Promise<T>): Promise<T>;
	close(): Promise<void>;
	/** Hears what the journal says at each commit, a region each time; null after a silence in which something may have been missed. */
	listen(hear: (region: string | null) => void): Promise<void>;
	/** The embedded database's files as they are at one instant, in a new folder. */
	copyTo?(folder: string): Promise<void>;
	/**
	 * What PostgreSQL does by itself and the embedded database does not: takes back the room of old rows, and counts again what plans are made from. Answers the tables that
	 * needed it. Everybody waits for a table: a large one is only counted, from a sample, unless nobody is there.
	 */
	tidy?(isQuiet: () => boolean): Promise<string[]>;
};

const folder = new URL("../api/sql/migrations/", import.meta.url);

export const readMigrations = (): Migration[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith(".sql"))
		.sort()
		.map((name) => ({ name, sql: readFileSync(new URL(name, folder), "utf8") }));

type Log = (event: LogEvent) => void;

/** Of more, a vacuum takes a second and more. */
const largeRows = 10_000;

/** The thresholds of PostgreSQL's own autovacuum. */
const wornTables = `select quote_ident(relname) as name, n_live_tup + n_dead_tup > ${largeRows} as is_large from pg_stat_user_tables where schemaname = 'public'
	and (n_dead_tup > 50 + n_live_tup * 0.2 or n_mod_since_analyze > 50 + n_live_tup * 0.1) order by 1`;

/** PGlite in a folder, made durable (or in memory): the embedded default. Whoever opens a folder holds its lock. */
export async function openEmbedded(dataDir: string | null, log?: Log, events?: FolderEvents): Promise<OpenDatabase> {
	const pglite = dataDir === null ? await PGlite.create(engineOptions) : await openFolder(dataDir, events);
	const plain = async (sql: string, parameters?: unknown[]) => ({ rows: (await pglite.query<Record<string, unknown>>(sql, parameters)).rows });
	await migrate({ exec: (sql) => pglite.exec(sql), query: plain }, readMigrations());
	// From here on nothing is the owner's but what says so: a statement that forgot its caller reads nothing.
	await pglite.exec(`set role ${servingRole}`);
	const atOnce: OpenDatabase["atOnce"] = (work) =>
		pglite.transaction(async (transaction) => {
			await transaction.exec("set local role none");
			return work(async (sql, parameters) => ({ rows: (await transaction.query<Record<string, unknown>>(sql, parameters)).rows }));
		});
	const query: OwnerQuery = (sql, parameters) => atOnce((once) => once(sql, parameters));
	const copyTo = async (folder: string) => {
		await query("checkpoint");
		// The engine runs on this thread: nothing changes during a copy that never yields.
		if (dataDir !== null) cpSync(join(dataDir, "pg"), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
	};
	const tidy = async (isQuiet: () => boolean) => {
		// What was written within the last second is not counted yet.
		await query("select pg_stat_force_next_flush()");
		const { rows } = await query(wornTables);
		for (const { name, is_large } of rows) {
			// A vacuum runs in no transaction, where the role cannot be laid down for a moment: the one that serves may do this, and no more.
			await query(`grant maintain on ${name} to ${servingRole}`);
			if (is_large && !isQuiet()) await pglite.exec(`set default_statistics_target = 10; analyze ${name}; reset default_statistics_target`);
			else await pglite.query(`vacuum (analyze) ${name}`);
		}
		return rows.map(({ name }) => String(name));
	};
	return {
		database: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), ...(log ? { log } : {}) }),
		query,
		atOnce,
		close: () => pglite.close(),
		copyTo,
		tidy,
		listen: async (hear) => void (await pglite.listen(changesChannel, hear)),
	};
}

/** Who the server says has come in: an address may leave the name out, or write it otherwise. */
async function loginOf(connectionString: string): Promise<string> {
	const client = new pg.Client({ connectionString });
	await client.connect();
	try {
		return String((await client.query("select session_user as login")).rows[0].login);
	} finally {
		await client.end();
	}
}

/** PostgreSQL 15 or later: any number of processes; migrations run once, under an advisory lock, as the owner of `adminUrl`. */
export async function openPostgres(url: string, log?: Log, adminUrl: string = url): Promise<OpenDatabase> {
	const pool = new pg.Pool({ connectionString: url, max: 10, types: postgresTypes, options: `-c role=${servingRole} -c jit=off` });
	const owner = new pg.Pool({ connectionString: adminUrl, max: 2, types: postgresTypes });
	for (const each of [pool, owner]) each.on("error", () => undefined);
	const lets = (name: string) => (error: NodeJS.ErrnoException) => {
		throw new StartRefusal(`The database of ${name} does not let Jalon in: ${error.message || error.code}.`);
	};
	const client = await owner.connect().catch(lets(adminUrl === url ? "DATABASE_URL" : "DATABASE_ADMIN_URL"));
	try {
		const { rows } = await client.query<{ server_version_num: string }>("show server_version_num");
		if (Number(rows[0]?.server_version_num) < 150000) throw new StartRefusal("Jalon needs PostgreSQL 15 or later.");
		await migrate({ exec: (sql) => client.query(sql), query: (sql, parameters) => client.query(sql, parameters) }, readMigrations());
		if (adminUrl !== url) await admitServingLogin((sql, parameters) => client.query(sql, parameters), await loginOf(url).catch(lets("DATABASE_URL")));
	} finally {
		client.release();
	}
	await requireServing((sql, parameters) => pool.query(sql, parameters));
	const listener = new Listener({ connectionString: url, options: `-c role=${servingRole}` });
	return {
		database: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) }),
		query: async (sql, parameters) => ({ rows: (await owner.query(sql, parameters)).rows }),
		atOnce: async (work) => {
			const client = await owner.connect();
			try {
				await client.query("begin");
				const result = await work(async (sql, parameters) => ({ rows: (await client.query(sql, parameters)).rows }));
				await client.query("commit");
				return result;
			} catch (error) {
				await client.query("rollback").catch(() => undefined);
				throw error;
			} finally {
				client.release();
			}
		},
		close: async () => {
			await Promise.all([listener.close(), pool.end(), owner.end()]);
		},
		listen: (hear) => listener.open(hear),
	};
}
