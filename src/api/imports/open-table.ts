import { openCsv } from "./csv.ts";
import { ImportFault } from "./fault.ts";
import type { KeptFile } from "./file-pieces.ts";
import type { Pace } from "./pace.ts";
import { rowsOfSheet } from "./sheet.ts";
import type { TableRow } from "./table.ts";
import { openWorkbook } from "./workbook.ts";

export type OpenTable = {
	rows: AsyncGenerator<TableRow[]>;
	reading: { encoding: string; delimiter: string } | null;
	sheets: { index: number; name: string }[];
	sheet: number | null;
};

/** The file as one table: a text, or the sheet asked of a workbook (the first that is shown, when none is). */
export async function openTable(file: KeptFile, format: "csv" | "xlsx", sheet: number | null, pace: Pace): Promise<OpenTable> {
	if (format === "csv") {
		const { rows, encoding, delimiter } = await openCsv((size) => file.slices(0, file.size, size), pace);
		return { rows, reading: { encoding, delimiter }, sheets: [], sheet: null };
	}
	const workbook = await openWorkbook(file, pace);
	const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
	const chosen = sheet === null ? (shown[0] ?? workbook.sheets[0]) : workbook.sheets[sheet];
	if (!chosen) throw new ImportFault("file-sheet");
	return {
		rows: rowsOfSheet(file, chosen.entry, workbook, pace),
		reading: null,
		sheets: workbook.sheets.map(({ index, name }) => ({ index, name })),
		sheet: chosen.index,
	};
}
