import { sql } from "kysely";
import type { LeftRecord } from "#contract/journal.ts";
import { rootsOfBatch, undoUntouched } from "../undo-untouched.ts";
import type { Job } from "./job.ts";
import { ChunkSize } from "./pace.ts";

const mostListed = 500;

/** Takes back what an import wrote, a chunk of employers at a time; those that somebody changed since stay, and are listed. It may begin again: what is taken back is not taken back twice. */
export async function takeBack(job: Job): Promise<void> {
	const { row, ports } = job;
	// The undo has its own name in the journal, the same when it is taken up again: what bears it is done.
	const batchId = await job.step(
		async (db) => {
			const { rows } = await sql<{
				undo_batch: string;
			}>`update import set undo_batch = coalesce(undo_batch, ${ports.newId()}::uuid) where id = ${row.id} returning undo_batch`.execute(db);
			return rows[0]?.undo_batch ?? row.id;
		},
		{ done: 0 },
	);
	const roots = await job.step((db) => rootsOfBatch(db, row.id, batchId));
	const chunk = new ChunkSize(20, { wanted: 60, least: 12, most: 300 });
	let done = 0;
	const left: LeftRecord[] = [];
	while (done < roots.length) {
		const some = roots.slice(done, done + chunk.size);
		const result = await job.chunk(
			chunk,
			async (db) => {
				await sql`select set_config('app.bulk', 'on', true)`.execute(db);
				// A fact is not its employer, whose summary follows it.
				const { rows: owners } = await sql<{ employer_id: string }>`select distinct employer_id from tool_use where id = any(${some}::uuid[])`.execute(db);
				const answer = await undoUntouched(db, row.id, some);
				await sql`select refresh_imported(${[...some, ...owners.map(({ employer_id }) => employer_id)]}::uuid[])`.execute(db);
				return answer;
			},
			{ done, total: roots.length, batchId },
		);
		left.push(...result.left);
		done += some.length;
	}
	await job.step(async (db) => {
		const { rows } = await sql<{ n: number }>`select count(distinct r.root_id)::int as n from revision r where r.batch_id = ${batchId}::uuid`.execute(db);
		const restored = rows[0]?.n ?? 0;
		await db
			.updateTable("import")
			.set({
				state: row.undo_leads_to ?? "undone",
				undo: JSON.stringify({ restored, left: left.length, records: left.slice(0, mostListed) }),
				done: 0,
				ended_at: ports.now().toISOString(),
				lease_owner: null,
				lease_until: null,
			})
			.where("id", "=", row.id)
			.execute();
	});
}
