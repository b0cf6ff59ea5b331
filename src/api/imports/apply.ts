import { type Kysely, sql } from "kysely";
import type { Tables } from "../sql/tables.ts";
import { countAll } from "./count-outcomes.ts";
import type { Job } from "./job.ts";
import { ChunkSize } from "./pace.ts";
import { workOf } from "./work-of.ts";
import type { PlannedRow } from "./write-rows.ts";

/** Writes what the rows say, a chunk at a time, each its own transaction of the batch of this run. The first failure ends it, and what the run wrote is taken back. */
export async function applyRows(job: Job): Promise<void> {
	const { row, ports, asker } = job;
	const { pending: total } = await countAll(job);
	const { write } = workOf(row.target);
	const batchId = row.runs.at(-1) ?? row.id;
	const chunk = new ChunkSize(20, { wanted: 45, least: 8, most: 400 });
	let [after, done] = [0, 0];
	for (;;) {
		const rows = await job.chunk(
			chunk,
			async (db) => {
				const found = await waitingAfter(db, row.id, after, chunk.size);
				if (found.length > 0) await write(db, { importId: row.id, regionCode: asker.regionCode, now: ports.now(), personId: asker.personId, batchId }, found);
				return found;
			},
			{ done, total, batchId },
		);
		done += rows.length;
		after = rows.at(-1)?.row_number ?? after;
		if (rows.length === 0) break;
	}
	const counts = JSON.stringify(await countAll(job));
	await job.step(async (db) => {
		await db
			.updateTable("import")
			.set({ state: "applied", counts, done: 0, ended_at: ports.now().toISOString(), lease_owner: null, lease_until: null })
			.where("id", "=", row.id)
			.execute();
	});
}

/** The next ones to write, each outcome in its own order, which its index has: one order for both would sort all that wait, for each chunk. */
async function waitingAfter(db: Kysely<Tables>, importId: string, after: number, most: number): Promise<PlannedRow[]> {
	const waiting = (outcome: "create" | "update") => sql`(select id, row_number, outcome, plan, employer_id, same_as_row from import_row
		where import_id = ${importId} and outcome = ${outcome} and row_number > ${after} and not is_applied order by row_number limit ${most})`;
	const { rows } = await sql<PlannedRow>`${waiting("create")} union all ${waiting("update")} order by row_number limit ${most}`.execute(db);
	return rows;
}
