import { importLimits } from "#contract/import-fields.ts";
import { ImportFault } from "./fault.ts";

/** A row as the spreadsheet numbers it; its cells as texts, null when empty. */
export type TableRow = { row: number; cells: (string | null)[] };

export const isEmptyRow = ({ cells }: TableRow) => cells.every((cell) => cell === null || cell.trim() === "");

/** What a file may hold; beyond, its place is said. */
export function requireWithinLimits({ row, cells }: TableRow): void {
	const beyond = cells.findIndex((cell, index) => index >= importLimits.columns && cell !== null && cell !== "");
	if (beyond >= 0) throw new ImportFault("file-too-many-columns", { row, column: beyond, maximum: importLimits.columns });
	const long = cells.findIndex((cell) => cell !== null && cell.length > importLimits.cell);
	if (long >= 0) throw new ImportFault("file-cell-too-long", { row, column: long, maximum: importLimits.cell });
}
