import { type Kysely, sql } from "kysely";
import { dayOf } from "../rules/calendar.ts";
import { missingOf } from "../rules/import-headings.ts";
import type { Tables } from "../sql/tables.ts";
import type { Checking, StagedRow } from "./check-rows.ts";
import { between, countAll, lastRowOf, type OutcomeCounts } from "./count-outcomes.ts";
import type { Job } from "./job.ts";
import { ChunkSize } from "./pace.ts";
import { readImportReference } from "./reference.ts";
import { workOf } from "./work-of.ts";

/** Every row, before anything is written: a chunk at a time, in the order of the file. */
export async function checkAll(job: Job): Promise<void> {
	const { row, asker, ports } = job;
	if (missingOf(row.fields, row.target).length > 0) {
		await finish(job, {});
		return;
	}
	const reference = await job.step((db) => readImportReference(db, { regionCode: asker.regionCode, today: dayOf(ports.now()) }), { done: 0 });
	// Whoever brought it decides what it may do, whoever corrected it last.
	const checking: Checking = { importId: row.id, target: row.target, fields: row.fields, who: asker, reference, newId: ports.newId };
	const chunk = new ChunkSize(100, { wanted: 45, least: 20, most: 500 });
	const { check } = workOf(row.target);
	const last = await job.step((db) => lastRowOf(db, row.id));
	let done = 0;
	for (let after = 0; after < last; ) {
		// From one row of the sheet to another: the plan of « the next so many » sorts all that are left, until the engine has counted them.
		const upTo = after + chunk.size;
		const rows = await job.chunk(
			chunk,
			async (db) => {
				const found = await stagedBetween(db, row.id, after, upTo);
				await check(db, checking, found);
				return found;
			},
			{ done },
		);
		done += rows.length;
		after = upTo;
	}
	await finish(job, await countAll(job));
}

async function stagedBetween(db: Kysely<Tables>, importId: string, after: number, upTo: number): Promise<StagedRow[]> {
	const { rows } = await sql<StagedRow>`select id, row_number, cells, choice, chosen_employer from import_row
		where import_id = ${importId} and ${between({ after, upTo })} order by row_number`.execute(db);
	return rows;
}

const finish = (job: Job, counts: Partial<OutcomeCounts>) =>
	job.step((db) =>
		db
			.updateTable("import")
			.set({ state: "ready", counts: JSON.stringify(counts), done: 0, lease_owner: null, lease_until: null })
			.where("id", "=", job.row.id)
			.execute(),
	);
