import Papa from "papaparse";
import { asTyped } from "#contract/csv.ts";
import { importLimits } from "#contract/import-fields.ts";
import { ImportFault } from "./fault.ts";
import type { Pace } from "./pace.ts";
import type { TableRow } from "./table.ts";

const slice = 65_536;
const delimiters = [";", ",", "\t", "|"];
type Bytes = (size: number) => AsyncGenerator<Uint8Array>;

/** UTF-8 when all of it is; otherwise what Windows writes, with its `’ œ €`. A mark at the start decides. */
async function encodingOf(bytes: Bytes, pace: Pace): Promise<string> {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let isFirst = true;
	try {
		for await (const part of bytes(slice)) {
			if (isFirst && part[0] === 0xff && part[1] === 0xfe) return "utf-16le";
			if (isFirst && part[0] === 0xfe && part[1] === 0xff) return "utf-16be";
			isFirst = false;
			decoder.decode(part, { stream: true });
			await pace.rest();
		}
		decoder.decode();
		return "utf-8";
	} catch {
		return "windows-1252";
	}
}

/** Lines end with one sign only: inside quotation marks too. */
async function* textOf(bytes: Bytes, encoding: string): AsyncGenerator<string> {
	const decoder = new TextDecoder(encoding);
	let held = "";
	for await (const part of bytes(slice)) {
		const text = held + decoder.decode(part, { stream: true });
		held = text.endsWith("\r") ? "\r" : "";
		yield (held ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n");
	}
	yield (held + decoder.decode()).replace(/\r\n?/g, "\n");
}

type Parsed = { data: string[][]; errors: { code: string; row?: number }[]; meta: { cursor: number } };
const parserOf = (delimiter: string) => {
	const parser = new Papa.Parser({ delimiter, newline: "\n" });
	return (text: string, isPart: boolean) => parser.parse(text, 0, isPart) as Parsed;
};

/** `sep=;` on its own line is an order to the spreadsheet, which does not show it. */
const orderOf = (text: string) => /^sep=(.)\n/i.exec(text);

/** As the spreadsheet would have guessed: the sign that cuts the first lines into the most columns, alike. */
function guessDelimiter(text: string): string {
	const lines = text.slice(0, 20_000);
	const widths = delimiters.map((delimiter) => {
		const rows = parserOf(delimiter)(lines, true).data.slice(0, 10);
		const counted = (rows.length > 0 ? rows : parserOf(delimiter)(lines, false).data.slice(0, 1)).map((row) => row.length);
		return { delimiter, width: Math.max(0, ...counted), steady: counted.filter((width) => width === counted[0]).length };
	});
	return widths.sort((a, b) => Math.sign(b.width - 1) - Math.sign(a.width - 1) || b.steady - a.steady || b.width - a.width)[0]?.delimiter ?? ";";
}

const cellsOf = (row: string[]): TableRow["cells"] => row.map((cell) => (cell === "" ? null : asTyped(cell)));

export type CsvTable = { encoding: string; delimiter: string; rows: AsyncGenerator<TableRow[]> };

/** A text as a table, a slice at a time. A row has the number that a spreadsheet shows: a cell of several lines is one row, an empty line is one too. */
export async function openCsv(bytes: Bytes, pace: Pace): Promise<CsvTable> {
	const encoding = await encodingOf(bytes, pace);
	const parts = textOf(bytes, encoding);
	let start = "";
	for (let part = await parts.next(); !part.done; part = await parts.next()) {
		start += part.value;
		if (start.length > 20_000) break;
	}
	if (start.includes("\0")) throw new ImportFault("file-not-table", { kind: "binaire" });
	const order = orderOf(start);
	const delimiter = order?.[1] ?? guessDelimiter(start);
	return { encoding, delimiter, rows: rowsOf(order ? start.slice(order[0].length) : start, parts, delimiter, pace) };
}

async function* rowsOf(start: string, parts: AsyncGenerator<string>, delimiter: string, pace: Pace): AsyncGenerator<TableRow[]> {
	const parse = parserOf(delimiter);
	let rest = start;
	let row = 0;
	const numbered = (cells: string[]): TableRow => {
		row += 1;
		return { row, cells: cellsOf(cells) };
	};
	for (;;) {
		const { data, meta } = parse(rest, true);
		rest = rest.slice(meta.cursor);
		// What never ends: a quotation mark that nobody closes, or a cell that is a file of its own.
		if (rest.length > importLimits.cell * 4) {
			const cells = parse(rest, false).data[0] ?? [];
			const long = cells.findIndex((cell) => cell.length > importLimits.cell);
			if (long >= 0) throw new ImportFault("file-cell-too-long", { row: row + data.length + 1, column: long, maximum: importLimits.cell });
		}
		yield data.map(numbered);
		await pace.rest();
		const part = await parts.next();
		if (part.done) break;
		if (part.value.includes("\0")) throw new ImportFault("file-not-table", { kind: "binaire" });
		rest += part.value;
	}
	if (rest === "") return;
	const { data, errors } = parse(rest, false);
	const open = errors.find(({ code }) => code === "MissingQuotes");
	if (open) throw new ImportFault("file-quotes", { row: row + (open.row ?? 0) + 1, column: null });
	// The sign of the last line's end begins no row.
	if (data.at(-1)?.length === 1 && data.at(-1)?.[0] === "") data.pop();
	yield data.map(numbered);
}
