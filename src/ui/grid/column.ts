import type { ReactNode } from "react";
import type { SavedValue } from "#contract/csv.ts";

export type Column<Row> = {
	id: string;
	header: ReactNode;
	cell: (row: Row, index: number) => ReactNode;
	align?: "start" | "end";
	/** A CSS grid track: `120px`, `minmax(160px, 2fr)`. Say a minimum, never `auto`: rows come and go while one scrolls. */
	width?: string;
	/** The field sent to `onSort`; `true` means the column's id. */
	sortable?: boolean | string;
	hideOnPhone?: boolean;
	/** What one may do with the row: its header is heard, not drawn; on a phone it stands at the end of both lines. */
	isAction?: boolean;
	/** What a file holds of it, when it is not the field that the column is named after. */
	saved?: (row: Row) => SavedValue;
	/** Lets the cell break over several lines; the row stays as tall as the others. */
	wrap?: boolean;
};

export type Sort = { field: string; direction: "asc" | "desc" };

export type GridSelection<Row> = {
	isSelected: (row: Row) => boolean;
	onToggle: (row: Row, isOn: boolean) => void;
	all?: "none" | "some" | "all";
	/** Left out: no box for all the rows at once. */
	onToggleAll?: (isOn: boolean) => void;
	/** When ticking a row means more than choosing it: the column's name, a box's name, and who may. */
	header?: string;
	rowLabel?: (row: Row) => string;
	isAllowed?: (row: Row) => boolean;
};

export const sortField = <Row>(column: Column<Row>) => (typeof column.sortable === "string" ? column.sortable : column.id);

/** A press on a header: asc → desc → none; with Shift it adds to, or changes, a sort already there. */
export function nextSort(sort: readonly Sort[], field: string, isAdding: boolean): Sort[] {
	const current = sort.find((one) => one.field === field);
	const kept = isAdding ? sort.filter((one) => one.field !== field) : [];
	if (current?.direction === "desc") return kept;
	const next: Sort = { field, direction: current ? "desc" : "asc" };
	return current && isAdding ? sort.map((one) => (one.field === field ? next : one)) : [...kept, next];
}
