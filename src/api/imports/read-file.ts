import { type Kysely, sql } from "kysely";
import { importLimits } from "#contract/import-fields.ts";
import { missingOf } from "../rules/import-headings.ts";
import type { Tables } from "../sql/tables.ts";
import { ImportFault } from "./fault.ts";
import { KeptFile, readPiece } from "./file-pieces.ts";
import { describeColumns, findHeaderRow } from "./headings.ts";
import type { Job } from "./job.ts";
import { openTable } from "./open-table.ts";
import { isEmptyRow, requireWithinLimits, type TableRow } from "./table.ts";

const batch = 400;
/** What is looked at before it is decided where the headings are and what the columns hold. */
const lookedAt = 200;

/** The rows into the stage; what was there of a former reading goes first. */
export async function readFile(job: Job): Promise<void> {
	const { row, pace } = job;
	for (let left = 1; left > 0; ) left = await job.step((db) => forgetRows(db, row.id, 2000), { done: 0 });
	const file = new KeptFile(row.file_size, (position) => job.step((db) => readPiece(db, row.id, position)));
	const table = await openTable(file, row.format, row.sheet, pace);

	let start: TableRow[] | null = [];
	let waiting: TableRow[] = [];
	let count = 0;
	let header: TableRow | undefined;
	const keep = async (isLast: boolean) => {
		while (waiting.length >= batch || (isLast && waiting.length > 0)) {
			const rows = waiting.splice(0, batch);
			count += rows.length;
			if (count > importLimits.rows) throw new ImportFault("file-too-many-rows", { row: rows.at(-1)?.row ?? null, maximum: importLimits.rows });
			await job.step((db) => stageRows(db, row.id, job.asker.regionCode, rows), { done: count });
		}
	};
	const decide = async (looked: TableRow[]) => {
		start = null;
		header = findHeaderRow(looked, row.target);
		if (!header) throw new ImportFault("file-empty");
		const from = header;
		waiting = looked.filter((one) => one.row > from.row);
		if (waiting.length === 0) throw new ImportFault("file-no-rows", { row: from.row });
		const columns = describeColumns(from, waiting, row.target);
		const fields = columns.map(({ guess }) => guess ?? "");
		await job.step((db) =>
			db
				.updateTable("import")
				.set({
					reading: JSON.stringify(table.reading),
					sheets: JSON.stringify(table.sheets),
					sheet: table.sheet,
					header_row: from.row,
					columns: JSON.stringify(columns),
					fields,
				})
				.where("id", "=", row.id)
				.execute(),
		);
	};

	for await (const rows of table.rows) {
		for (const one of rows) {
			requireWithinLimits(one);
			if (isEmptyRow(one)) continue;
			(start ?? waiting).push(one);
		}
		if (start && start.length > lookedAt) await decide(start);
		if (!start) await keep(false);
	}
	if (start) await decide(start);
	await keep(true);
	await job.step(async (db) => {
		const { fields } = await db.selectFrom("import").select("fields").where("id", "=", row.id).executeTakeFirstOrThrow();
		const state = missingOf(fields, row.target).length === 0 ? "checking" : "ready";
		await db.updateTable("import").set({ state, done: 0, total: count, counts: "{}" }).where("id", "=", row.id).execute();
	});
}

async function stageRows(db: Kysely<Tables>, importId: string, regionCode: string, rows: TableRow[]): Promise<void> {
	const staged = rows.map(({ row, cells }) => ({ n: row, c: cells.slice(0, importLimits.columns) }));
	await sql`insert into import_row (import_id, region_code, row_number, cells)
		select ${importId}::uuid, ${regionCode}::text, t.n, t.c from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as t(n int, c jsonb)`.execute(db);
}

/** Of the stage, so many; answers how many went. */
export async function forgetRows(db: Kysely<Tables>, importId: string, most: number): Promise<number> {
	const { rows } = await sql`delete from import_row where id in (select id from import_row where import_id = ${importId} limit ${most}) returning 1`.execute(
		db,
	);
	return rows.length;
}
