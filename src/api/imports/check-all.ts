import { type Kysely, sql } from "kysely";
import { type ImportOutcome, importOutcomes } from "#contract/import-rows.ts";
import { dayOf } from "../rules/calendar.ts";
import { missingOf } from "../rules/import-headings.ts";
import type { Tables } from "../sql/tables.ts";
import { type Checking, checkRows, type StagedRow } from "./check-rows.ts";
import type { Job } from "./job.ts";
import { ChunkSize } from "./pace.ts";
import { readImportReference } from "./reference.ts";

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
	const chunk = new ChunkSize(100, { wanted: 60, least: 20, most: 500 });
	let [after, done] = [0, 0];
	for (;;) {
		const rows = await job.chunk(
			chunk,
			async (db) => {
				const found = await stagedAfter(db, row.id, after, chunk.size);
				await checkRows(db, checking, found);
				return found;
			},
			{ done },
		);
		done += rows.length;
		after = rows.at(-1)?.row_number ?? after;
		if (rows.length === 0) break;
	}
	const counts = await job.step((db) => countOutcomes(db, row.id));
	await finish(job, counts);
}

async function stagedAfter(db: Kysely<Tables>, importId: string, after: number, most: number): Promise<StagedRow[]> {
	const { rows } = await sql<StagedRow>`select id, row_number, cells, choice, chosen_employer from import_row
		where import_id = ${importId} and row_number > ${after} order by row_number limit ${most}`.execute(db);
	return rows;
}

const finish = (job: Job, counts: Partial<Record<ImportOutcome | "pending", number>>) =>
	job.step((db) =>
		db
			.updateTable("import")
			.set({ state: "ready", counts: JSON.stringify(counts), done: 0, lease_owner: null, lease_until: null })
			.where("id", "=", job.row.id)
			.execute(),
	);

/** Rows by outcome, each there even when there is none, and how many wait to be written. */
export async function countOutcomes(db: Kysely<Tables>, importId: string): Promise<Record<ImportOutcome | "pending", number>> {
	const { rows } = await sql<{
		outcome: ImportOutcome;
		n: number;
		pending: number;
	}>`select outcome, count(*)::int as n, count(*) filter (where not is_applied and outcome in ('create', 'update'))::int as pending from import_row where import_id = ${importId} group by 1`.execute(
		db,
	);
	const outcomes = importOutcomes.map((outcome) => [outcome, rows.find((row) => row.outcome === outcome)?.n ?? 0] as const);
	return { ...(Object.fromEntries(outcomes) as Record<ImportOutcome, number>), pending: rows.reduce((sum, { pending }) => sum + pending, 0) };
}
