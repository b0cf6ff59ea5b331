import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { Kysely, type LogEvent, PGliteDialect, PostgresDialect } from "kysely";
import pg from "pg";
import { type Migration, migrate } from "#api/migrate.ts";
import { parsers } from "#api/parsers.ts";
import type { Tables } from "#api/sql/tables.ts";

/** What a home opens: the API's database, and a plain connection for set-based loading. */
export type OpenDatabase = {
	database: Kysely<Tables>;
	query(sql: string, parameters?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
	close(): Promise<void>;
};

const folder = new URL("../api/sql/migrations/", import.meta.url);

export const readMigrations = (): Migration[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith(".sql"))
		.sort()
		.map((name) => ({ name, sql: readFileSync(new URL(name, folder), "utf8") }));

type Log = (event: LogEvent) => void;

/** PGlite in a folder (or in memory): the embedded default. */
export async function openEmbedded(dataDir: string | null, log?: Log): Promise<OpenDatabase> {
	if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
	const pglite = await PGlite.create({ ...(dataDir === null ? {} : { dataDir: join(dataDir, "pg") }), extensions: { pg_trgm }, parsers });
	const query = async (sql: string, parameters?: unknown[]) => ({ rows: (await pglite.query<Record<string, unknown>>(sql, parameters)).rows });
	await migrate({ exec: (sql) => pglite.exec(sql), query }, readMigrations());
	return { database: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), ...(log ? { log } : {}) }), query, close: () => pglite.close() };
}

/** PostgreSQL 15 or later: any number of processes; migrations run once, under an advisory lock. */
export async function openPostgres(url: string, log?: Log): Promise<OpenDatabase> {
	const types = { getTypeParser: (oid: number, format?: "text" | "binary") => parsers[oid] ?? pg.types.getTypeParser(oid, format as "text") };
	const pool = new pg.Pool({ connectionString: url, max: 10, types: types as pg.CustomTypesConfig });
	pool.on("error", () => undefined);
	const client = await pool.connect();
	try {
		const { rows } = await client.query<{ server_version_num: string }>("show server_version_num");
		if (Number(rows[0]?.server_version_num) < 150000) throw new Error("Jalon needs PostgreSQL 15 or later.");
		await migrate({ exec: (sql) => client.query(sql), query: (sql, parameters) => client.query(sql, parameters) }, readMigrations());
	} finally {
		client.release();
	}
	return {
		database: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) }),
		query: async (sql, parameters) => ({ rows: (await pool.query(sql, parameters)).rows }),
		close: () => pool.end(),
	};
}
