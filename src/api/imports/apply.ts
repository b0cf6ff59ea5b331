import { sql } from "kysely";
import { countOutcomes } from "./check-all.ts";
import type { Job } from "./job.ts";
import { ChunkSize } from "./pace.ts";
import { type PlannedRow, writeRows } from "./write-rows.ts";

/** Writes what the rows say, a chunk at a time, each its own transaction of the batch of this run. The first failure ends it, and what the run wrote is taken back. */
export async function applyRows(job: Job): Promise<void> {
	const { row, ports, asker } = job;
	const { total } = await job.step(
		async (db) =>
			(
				await sql<{
					total: number;
				}>`select count(*)::int as total from import_row where import_id = ${row.id} and outcome in ('create', 'update') and not is_applied`.execute(db)
			).rows[0] ?? { total: 0 },
		{ done: 0 },
	);
	const batchId = row.runs.at(-1) ?? row.id;
	const chunk = new ChunkSize(20, { wanted: 55, least: 12, most: 400 });
	let [after, done] = [0, 0];
	for (;;) {
		const rows = await job.chunk(
			chunk,
			async (db) => {
				const { rows: found } = await sql<PlannedRow>`select id, row_number, outcome, plan, employer_id, same_as_row from import_row
					where import_id = ${row.id} and row_number > ${after} and outcome in ('create', 'update') and not is_applied order by row_number limit ${chunk.size}`.execute(
					db,
				);
				if (found.length > 0) await writeRows(db, { regionCode: asker.regionCode, now: ports.now(), personId: asker.personId, batchId }, found);
				return found;
			},
			{ done, total, batchId },
		);
		done += rows.length;
		after = rows.at(-1)?.row_number ?? after;
		if (rows.length === 0) break;
	}
	await job.step(async (db) => {
		const counts = JSON.stringify(await countOutcomes(db, row.id));
		await db
			.updateTable("import")
			.set({ state: "applied", counts, done: 0, ended_at: ports.now().toISOString(), lease_owner: null, lease_until: null })
			.where("id", "=", row.id)
			.execute();
	});
}
