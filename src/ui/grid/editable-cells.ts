/** Where a cell is: the number of its row, the number of its column. */
export type Place = { row: number; column: number };
export type Size = { rows: number; columns: number };
/** What was typed, by row then column: a row that nobody touches keeps its own object, and is not drawn again. */
export type GridEdits = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type CellEdit = { row: string; column: string; value: string };

export const applyEdits = (edits: GridEdits, changes: readonly CellEdit[]): GridEdits => {
	const next: Record<string, Record<string, string>> = { ...edits };
	for (const { row, column, value } of changes) next[row] = { ...next[row], [column]: value };
	return next;
};

/** A block copied from a spreadsheet: rows by line ends, cells by tabs; a cell in quotation marks may hold either. The line end after the last row is no row. */
export function parseBlock(text: string): string[][] {
	const rows: string[][] = [[]];
	let cell = "";
	let isQuoted = false;
	const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
	for (let at = 0; at < clean.length; at += 1) {
		const sign = clean[at];
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (clean[at + 1] === '"') {
				cell += '"';
				at += 1;
			} else isQuoted = false;
		} else if (sign === '"' && cell === "") isQuoted = true;
		else if (sign === "\t" || sign === "\n") {
			rows.at(-1)?.push(cell.trim());
			cell = "";
			if (sign === "\n") rows.push([]);
		} else cell += sign;
	}
	rows.at(-1)?.push(cell.trim());
	return rows;
}

/** Where the cells of a block go, from a cell on; `left`: how many of them fall outside of the grid or on a row that is not written. */
export function placeBlock(
	block: readonly (readonly string[])[],
	from: Place,
	rows: readonly { id: string; isReadOnly?: boolean }[],
	columns: readonly { id: string }[],
): { changes: CellEdit[]; left: number } {
	const changes: CellEdit[] = [];
	let left = 0;
	for (const [down, line] of block.entries())
		for (const [across, value] of line.entries()) {
			const row = rows[from.row + down];
			const column = columns[from.column + across];
			if (!row || !column || row.isReadOnly) left += value === "" ? 0 : 1;
			else changes.push({ row: row.id, column: column.id, value });
		}
	return { changes, left };
}

export type CountFault = "percent" | "negative" | "number" | "whole";

/** A count as people type or paste it: « 1 234 », « 1,234 » of an English spreadsheet is not guessed at. Empty is null. */
export function readCount(typed: string): { value: number | null } | { fault: CountFault } {
	const bare = typed.replace(/[\s\u00A0\u202F]/g, "").replace(/\u2212/g, "-");
	if (bare === "") return { value: null };
	if (/%$/.test(bare)) return { fault: "percent" };
	if (/^-[0-9]+([.,][0-9]+)?$/.test(bare)) return { fault: "negative" };
	if (/^[0-9]+[.,]0*[1-9][0-9]*$/.test(bare)) return { fault: "whole" };
	return /^[0-9]{1,7}([.,]0+)?$/.test(bare) ? { value: Number(bare.replace(/[.,].*$/, "")) } : { fault: "number" };
}

/** Where a key leads, or null when it is the browser's own: Tab goes from cell to cell and leaves at both ends; the arrows stay inside. */
export function nextPlace(key: string, isBack: boolean, { row, column }: Place, { rows, columns }: Size): Place | null {
	const held = (place: Place): Place => ({ row: Math.min(Math.max(place.row, 0), rows - 1), column: Math.min(Math.max(place.column, 0), columns - 1) });
	if (key === "ArrowUp" || (key === "Enter" && isBack)) return held({ row: row - 1, column });
	if (key === "ArrowDown" || key === "Enter") return held({ row: row + 1, column });
	if (key === "ArrowLeft") return held({ row, column: column - 1 });
	if (key === "ArrowRight") return held({ row, column: column + 1 });
	if (key !== "Tab") return null;
	const flat = row * columns + column + (isBack ? -1 : 1);
	return flat < 0 || flat >= rows * columns ? null : { row: Math.floor(flat / columns), column: flat % columns };
}
