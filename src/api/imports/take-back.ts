import { sql } from "kysely";
import type { LeftRecord } from "#contract/journal.ts";
import { dayOf } from "../rules/calendar.ts";
import { undoUntouched } from "../undo-untouched.ts";
import { checkRows, type StagedRow } from "./check-rows.ts";
import { countAll } from "./count-outcomes.ts";
import type { Job } from "./job.ts";
import { ChunkSize } from "./pace.ts";
import { readImportReference } from "./reference.ts";
import { workOf } from "./work-of.ts";

const mostListed = 500;

/**
 * Takes back what an import wrote, a chunk of employers at a time; those that somebody changed since stay, and are listed. It may begin again: what is taken back is
 * not taken back twice. Of an import that stays applied, only what its last run wrote: its rows wait again.
 */
export async function takeBack(job: Job): Promise<void> {
	const { row, ports } = job;
	const { takeBack: itsOwn } = workOf(row.target);
	if (itsOwn) {
		await end(job, { ...(await itsOwn(job)), records: [] });
		return;
	}
	const isLastRun = row.undo_leads_to === "applied";
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
	const chunk = new ChunkSize(20, { wanted: 45, least: 8, most: 300 });
	const left: LeftRecord[] = [];
	// The last one first. No row writes a fact that another run wrote.
	for (const run of isLastRun ? row.runs.slice(-1) : row.runs.toReversed()) left.push(...(await takeBackRun(job, { run, batchId, chunk })));
	if (isLastRun) {
		await waitAgain(job);
		return;
	}
	const restored = (await rootsOf(job, batchId)).size;
	await end(job, { restored, left: left.length, records: left.slice(0, mostListed) });
}

/** It is taken back: what was, and what was left. */
const end = (job: Job, undo: { restored: number; left: number; records: LeftRecord[] }) =>
	job.step((db) =>
		db
			.updateTable("import")
			.set({
				state: job.row.undo_leads_to ?? "undone",
				undo: JSON.stringify(undo),
				done: 0,
				ended_at: job.ports.now().toISOString(),
				lease_owner: null,
				lease_until: null,
			})
			.where("id", "=", job.row.id)
			.execute(),
	);

/** Lines of the journal read at once. */
const linesAtOnce = 5000;

/** The records that a batch touched, read a stretch of the journal at a time: of 100,000 rows, nobody waits for all. */
async function rootsOf(job: Job, batchId: string): Promise<Set<string>> {
	const roots = new Set<string>();
	for (let [entity, version] = ["00000000-0000-0000-0000-000000000000", -1]; ; ) {
		const lines = await job.step(async (db) => {
			const { rows } = await sql<{ root_id: string; entity_id: string; version: number }>`select root_id, entity_id, version from revision
				where batch_id = ${batchId}::uuid and (entity_id, version) > (${entity}::uuid, ${version}::int) order by entity_id, version limit ${linesAtOnce}`.execute(
				db,
			);
			return rows;
		});
		for (const { root_id } of lines) roots.add(root_id);
		const last = lines.at(-1);
		if (!last || lines.length < linesAtOnce) return roots;
		[entity, version] = [last.entity_id, last.version];
	}
}

async function takeBackRun(job: Job, { run, batchId, chunk }: { run: string; batchId: string; chunk: ChunkSize }): Promise<LeftRecord[]> {
	const takenBack = await rootsOf(job, batchId);
	const roots = [...(await rootsOf(job, run))].filter((root) => !takenBack.has(root));
	const left: LeftRecord[] = [];
	let done = 0;
	while (done < roots.length) {
		const some = roots.slice(done, done + chunk.size);
		const result = await job.chunk(
			chunk,
			async (db) => {
				await sql`select set_config('app.bulk', 'on', true)`.execute(db);
				// A fact is not its employer, whose summary follows it, even when it comes back.
				const owners = sql<{ employer_id: string }>`select distinct employer_id from tool_use where id = any(${some}::uuid[])`;
				const { rows: before } = await owners.execute(db);
				const answer = await undoUntouched(db, run, some);
				const { rows: after } = await owners.execute(db);
				await sql`select refresh_imported(${[...some, ...[...before, ...after].map(({ employer_id }) => employer_id)]}::uuid[])`.execute(db);
				return answer;
			},
			{ done, total: roots.length, batchId },
		);
		left.push(...result.left);
		done += some.length;
	}
	return left;
}

/** The rows of the run that was taken back, compared again with what stands now; then the import is as it was before this run. */
async function waitAgain(job: Job): Promise<void> {
	const { row, ports, asker } = job;
	const run = row.runs.at(-1);
	const reference = await job.step((db) => readImportReference(db, { regionCode: asker.regionCode, today: dayOf(ports.now()) }));
	const chunk = new ChunkSize(100, { wanted: 45, least: 20, most: 500 });
	for (let found = 1; found > 0; )
		found = await job.chunk(chunk, async (db) => {
			const { rows } = await sql<StagedRow>`update import_row set is_applied = false, run = null, plan = null
				where id in (select id from import_row where import_id = ${row.id} and run = ${run}::uuid order by row_number limit ${chunk.size})
				returning id, row_number, cells, choice, chosen_employer`.execute(db);
			const staged = rows.sort((a, b) => a.row_number - b.row_number);
			await checkRows(db, { importId: row.id, target: row.target, fields: row.fields, who: asker, reference, newId: ports.newId }, staged);
			return staged.length;
		});
	const counts = JSON.stringify(await countAll(job));
	await job.step(async (db) => {
		await db
			.updateTable("import")
			.set({ state: "applied", runs: row.runs.slice(0, -1), counts, undo_batch: null, undo_leads_to: null, done: 0, lease_owner: null, lease_until: null })
			.where("id", "=", row.id)
			.execute();
	});
}
