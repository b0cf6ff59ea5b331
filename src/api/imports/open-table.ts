import { openCsv } from "./csv.ts";
import { ImportFault } from "./fault.ts";
import type { KeptFile } from "./file-pieces.ts";
import type { Pace } from "./pace.ts";
import { rowsOfSheet } from "./sheet.ts";
import { isEmptyRow, type TableRow } from "./table.ts";
import { openWorkbook } from "./workbook.ts";

export type OpenTable = {
	rows: AsyncGenerator<TableRow[]>;
	reading: { encoding: string; delimiter: string } | null;
	sheets: { index: number; name: string }[];
	sheet: number | null;
};

/** The rows again, and whether there are enough of them for headings and something under. */
async function lookInto(rows: AsyncGenerator<TableRow[]>): Promise<{ isTable: boolean; rows: AsyncGenerator<TableRow[]> }> {
	const seen: TableRow[] = [];
	let filled = 0;
	while (filled < 2) {
		const next = await rows.next();
		if (next.done) break;
		seen.push(...next.value);
		filled += next.value.filter((row) => !isEmptyRow(row)).length;
	}
	const again = async function* () {
		yield seen;
		yield* rows;
	};
	return { isTable: filled >= 2, rows: again() };
}

/** The file as one table: a text, or the sheet asked of a workbook; when none is, the first that is shown and is a table. */
export async function openTable(file: KeptFile, format: "csv" | "xlsx", sheet: number | null, pace: Pace): Promise<OpenTable> {
	if (format === "csv") {
		const { rows, encoding, delimiter } = await openCsv((size) => file.slices(0, file.size, size), pace);
		return { rows, reading: { encoding, delimiter }, sheets: [], sheet: null };
	}
	const workbook = await openWorkbook(file, pace);
	const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
	const candidates = sheet === null ? (shown.length > 0 ? shown : workbook.sheets) : workbook.sheets.filter(({ index }) => index === sheet);
	const sheets = workbook.sheets.map(({ index, name }) => ({ index, name }));
	let first: OpenTable | null = null;
	for (const { entry, index } of candidates) {
		const { rows, isTable } = await lookInto(rowsOfSheet(file, entry, workbook, pace));
		const table = { rows, reading: null, sheets, sheet: index };
		if (isTable) return table;
		first ??= table;
	}
	if (!first) throw new ImportFault("file-sheet");
	return first;
}
