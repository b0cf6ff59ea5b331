import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { MigrationConnection } from "#api/migrate.ts";
import { postgresTypes } from "../postgres-types.ts";
import { StartRefusal } from "../start-refusal.ts";

/** One session of a database: a backup is one transaction, and so is a restore. */
export type Connection = MigrationConnection & { close(): Promise<void> };

export const connectionOf = (pglite: PGlite): Connection => ({
	exec: (sql) => pglite.exec(sql),
	query: async (sql, parameters) => ({ rows: (await pglite.query<Record<string, unknown>>(sql, parameters)).rows }),
	close: () => pglite.close(),
});

export async function connectPostgres(url: string): Promise<Connection> {
	const client = new pg.Client({ connectionString: url, types: postgresTypes });
	await client.connect().catch((error: NodeJS.ErrnoException) => {
		throw new StartRefusal(`The PostgreSQL database does not let Jalon in: ${error.message || error.code}.`);
	});
	return {
		exec: (sql) => client.query(sql),
		query: async (sql, parameters) => ({ rows: (await client.query(sql, parameters)).rows }),
		close: () => client.end(),
	};
}
