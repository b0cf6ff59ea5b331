import { fold } from "#contract/fold.ts";
import type { ImportFieldName, ImportTarget } from "#contract/import-fields.ts";
import { fieldOfHeading, guessFields } from "../rules/import-headings.ts";
import { letterOf } from "./letters.ts";
import { isEmptyRow, type TableRow } from "./table.ts";

export type Heading = {
	header: string | null;
	samples: string[];
	guess: ImportFieldName | null;
	issue: { code: string; parameters: Record<string, string | number> } | null;
};

/** The row of the headings: the first that is not empty, unless a later one among the first ten names more fields (a title stands above it). */
export function findHeaderRow(rows: TableRow[], target: ImportTarget): TableRow | undefined {
	const known = ({ cells }: TableRow) => cells.filter((cell) => fieldOfHeading(cell, target) !== null).length;
	const [first, ...others] = rows.filter((row) => !isEmptyRow(row)).slice(0, 10);
	return first && others.reduce((best, row) => (known(row) > known(best) + 1 ? row : best), first);
}

/** Cut between two signs, never within one. */
export const cut = (text: string | null | undefined, most: number): string | undefined => text?.trim().slice(0, most).toWellFormed();

const mostSamples = 3;

/** The columns with what they are called, what is under them first, and what the house would do of them. */
export function describeColumns(header: TableRow, rows: TableRow[], target: ImportTarget): Heading[] {
	const width = Math.max(header.cells.length, ...rows.map(({ cells }) => cells.length));
	const columns = Array.from({ length: width }, (_, index) => ({
		header: cut(header.cells[index], 200) || null,
		samples: [...new Set(rows.flatMap(({ cells }) => cut(cells[index], 80) || []))].slice(0, mostSamples),
	}));
	const guesses = guessFields(columns, target);
	return columns.map((column, index) => ({ ...column, guess: guesses[index] ?? null, issue: issueOf(columns, index, header.row) }));
}

function issueOf(columns: { header: string | null; samples: string[] }[], index: number, row: number): Heading["issue"] {
	const column = columns[index];
	if (!column?.header) return column?.samples.length ? { code: "missing-header", parameters: { column: letterOf(index), row } } : null;
	const first = columns.findIndex(({ header }) => header !== null && fold(header) === fold(column.header ?? ""));
	return first === index ? null : { code: "duplicate-header", parameters: { column: letterOf(index), other: letterOf(first), row } };
}
