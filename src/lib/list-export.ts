import { byteOrderMark, type CsvDialect, cellText, lineEnd, type SavedValue } from "#contract/csv.ts";
import type { EndpointDefinition, EndpointInput } from "#contract/endpoint.ts";
import { call } from "./http.ts";
import type { Params } from "./windowed-list.ts";

/** A column of the file: its heading, and what it holds of a row. */
export type SavedColumn<Row> = { header: string; value: (row: Row) => SavedValue };

export type ListExport<Row> = {
	list: EndpointDefinition;
	/** What its path names, when it is the list of one thing. */
	params?: Params | undefined;
	/** What the list is asked: search, filter and sort, as on the screen. */
	query: Record<string, unknown>;
	columns: readonly SavedColumn<Row>[];
	rowKey: (row: Row) => string;
	dialect: CsvDialect;
	onProgress: (written: number, total: number) => void;
	signal: AbortSignal;
};

export type Exported = { file: Blob; rows: number /** How many there were when the reading began. */; expected: number };

type Page<Row> = { items: Row[]; total: number; next: string | null };

const pageSize = 500;

/**
 * Every row of the list, read by its cursor: what is added or moved meanwhile neither repeats a row nor shifts the others out.
 * A row that moved ahead of the cursor is met twice and written once.
 */
export async function exportList<Row>({ list, params, query, columns, rowKey, dialect, onProgress, signal }: ListExport<Row>): Promise<Exported> {
	const { default: papa } = await import("papaparse");
	const written = new Set<string>();
	const textOf = (cells: string[][]) => papa.unparse(cells, { delimiter: dialect.separator, newline: lineEnd }) + lineEnd;
	const parts: BlobPart[] = [byteOrderMark, textOf([columns.map(({ header }) => cellText(header, dialect))])];
	let expected: number | undefined;
	for (let after: string | null | undefined; after !== null; ) {
		const page = (await call(
			list,
			{ ...(params ? { params } : {}), query: { ...query, limit: pageSize, ...(after ? { after } : {}) } } as EndpointInput<EndpointDefinition>,
			{
				signal,
			},
		)) as Page<Row>;
		expected ??= page.total;
		const rows = page.items.filter((row) => !written.has(rowKey(row)));
		for (const row of rows) written.add(rowKey(row));
		if (rows.length > 0) parts.push(textOf(rows.map((row) => columns.map(({ value }) => cellText(value(row), dialect)))));
		onProgress(written.size, Math.max(expected, written.size));
		after = page.next;
	}
	return { file: new Blob(parts, { type: "text/csv;charset=utf-8" }), rows: written.size, expected: expected ?? 0 };
}
