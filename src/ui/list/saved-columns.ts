import type { Naming } from "#lib/filter-words.ts";
import type { SavedColumn } from "#lib/list-export.ts";
import type { Column } from "../grid/column.ts";

/** What a field holds, in words: codes are named, days and numbers stay as they are. */
function namedValue(naming: Naming, field: string, value: unknown): string | number | null {
	if (value === null || value === undefined || value === "") return null;
	if (typeof value === "number") return value;
	return naming.fields[field]?.type === "date" ? String(value) : naming.value(field, String(value));
}

/** The columns on the screen as a file holds them, then those it adds. */
export function savedColumns<Row>(columns: readonly Column<Row>[], naming: Naming, alsoSaved: readonly SavedColumn<Row>[] = []): SavedColumn<Row>[] {
	const shown = columns
		.filter(({ isAction }) => !isAction)
		.map(({ id, header, saved }) => ({
			header: typeof header === "string" ? header : naming.field(id),
			value: saved ?? ((row: Row) => namedValue(naming, id, (row as Record<string, unknown>)[id])),
		}));
	return [...shown, ...alsoSaved];
}
