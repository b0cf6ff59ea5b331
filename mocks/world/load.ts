import type { World } from "./rows.ts";

/** One connection: the settings of the load belong to its session. */
export type Connection = { query(sql: string, params?: unknown[]): Promise<unknown> };

const CHUNK = 2000;

/** Writes the rows set by set, then derives the summaries once for all. Wrap it in a transaction to have all or nothing. */
export async function loadWorld(db: Connection, world: World): Promise<void> {
	// The tables of the world stand in the order of their references.
	await db.query("select set_config('app.bulk', 'on', false)");
	try {
		for (const [table, rows] of Object.entries(world)) {
			const columns = Object.keys(rows[0] ?? {}).join(", ");
			for (let from = 0; from < rows.length; from += CHUNK) {
				const chunk = JSON.stringify(rows.slice(from, from + CHUNK));
				await db.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [chunk]);
			}
		}
		await db.query("select refresh_employer_summary(array(select id from employer))");
	} finally {
		await db.query("select set_config('app.bulk', 'off', false)");
	}
}
