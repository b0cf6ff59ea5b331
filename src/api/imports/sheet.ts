import { ImportFault } from "./fault.ts";
import type { KeptFile } from "./file-pieces.ts";
import { indexOf } from "./letters.ts";
import type { Pace } from "./pace.ts";
import { dayOfSerial } from "./serial-dates.ts";
import type { TableRow } from "./table.ts";
import type { Workbook } from "./workbook.ts";
import { xmlSteps } from "./xml.ts";
import { textOfEntry, type ZipEntry } from "./zip.ts";

/** A number as it is typed: no exponent, no noise in the last digits. */
export const plainNumber = (text: string): string => {
	const value = Number(text);
	if (!Number.isFinite(value)) return text;
	return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
};

/** A sign that XML cannot hold is written `_x000D_`; what no record can hold is left out. */
const unescaped = (text: string) =>
	text.includes("_x")
		? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => (/^0{4}$/.test(hex) ? "" : String.fromCharCode(Number.parseInt(hex, 16)))).toWellFormed()
		: text;

type Cell = { type: string; style: number; value: string; column: number };

function textOfCell({ type, style, value }: Cell, { strings, dateStyles, from1904 }: Workbook): string | null {
	if (value === "") return null;
	if (type === "s") return unescaped(strings[Number(value)] ?? "") || null;
	if (type === "inlineStr" || type === "str" || type === "e") return unescaped(value);
	if (type === "b") return value === "1" ? "VRAI" : "FAUX";
	if (type === "d") return value.slice(0, 10);
	return (dateStyles[style] && dayOfSerial(Number(value), from1904)) || plainNumber(value);
}

/** The rows of a sheet as they are numbered; what is not written is not there. Values of formulas are those that were last computed. */
export async function* rowsOfSheet(file: KeptFile, entry: ZipEntry, workbook: Workbook, pace: Pace): AsyncGenerator<TableRow[]> {
	let ready: TableRow[] = [];
	let row: TableRow = { row: 0, cells: [] };
	let cell: Cell = { type: "n", style: 0, value: "", column: -1 };
	let isValue = false;
	let phonetic = 0;
	const handlers = {
		open: (name: string, attributes: Record<string, string>) => {
			isValue = false;
			if (name === "row") row = { row: Number(attributes.r) || row.row + 1, cells: [] };
			else if (name === "c") {
				const column = attributes.r ? indexOf(attributes.r) : cell.column + 1;
				if (column === null || column > 16_383) throw new ImportFault("file-damaged");
				cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "", column };
			} else if (name === "rPh") phonetic += 1;
			else isValue = name === "v" || (name === "t" && phonetic === 0);
		},
		text: (part: string) => {
			if (isValue) cell.value += part;
		},
		close: (name: string) => {
			isValue = false;
			if (name === "rPh") phonetic -= 1;
			if (name === "c") {
				const text = textOfCell(cell, workbook);
				if (text === null) return;
				while (row.cells.length < cell.column) row.cells.push(null);
				row.cells[cell.column] = text;
			}
			if (name === "row") {
				ready.push(row);
				cell = { ...cell, column: -1 };
			}
		},
	};
	for await (const _ of xmlSteps(textOfEntry(file, entry, pace), handlers)) {
		if (ready.length === 0) continue;
		yield ready;
		ready = [];
	}
	if (ready.length > 0) yield ready;
}
