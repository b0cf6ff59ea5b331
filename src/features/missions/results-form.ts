import { type ResultMeasure, resultMeasures } from "#contract/mission-measures.ts";
import type { MissionResults } from "#contract/mission-results.ts";
import type { FieldProblem } from "#lib/form-problems.ts";
import { type CountFault, type GridEdits, readCount } from "#ui/grid/editable-cells.ts";

export type Faults = Record<string, Record<string, string>>;
type Cell = { registrationId: string; measure: ResultMeasure; value: number | null; before: number | null };

export const shownValues = (row: MissionResults["items"][number]): Record<string, string> =>
	Object.fromEntries(row.values.map(({ measure, value }) => [measure, String(value)]));

/** What each cell showed when it was first typed. */
export type Shown = Readonly<Record<string, number | null>>;
const keyOf = (row: string, measure: string) => `${row} ${measure}`;
const standing = (results: MissionResults, row: string, measure: string): number | null =>
	results.items.find(({ registrationId }) => registrationId === row)?.values.find((one) => one.measure === measure)?.value ?? null;
type Place = { row: string; column: string };

/** These cells are typed knowing what stands now. */
export const noteShown = (shown: Shown, results: MissionResults, places: readonly Place[]): Shown =>
	places.length === 0 ? shown : { ...shown, ...Object.fromEntries(places.map(({ row, column }) => [keyOf(row, column), standing(results, row, column)])) };

/** What was just written is what its cells have shown since. */
export const shownAfter = (shown: Shown, sent: readonly Cell[]): Shown => ({
	...shown,
	...Object.fromEntries(sent.map(({ registrationId, measure, value }) => [keyOf(registrationId, measure), value])),
});

/** What is still typed once these cells are written: one that was typed again meanwhile stays. */
export function withoutSent(edits: GridEdits, sent: readonly Cell[]): GridEdits {
	const next: Record<string, Record<string, string>> = {};
	for (const [row, own] of Object.entries(edits))
		for (const [measure, typed] of Object.entries(own)) {
			const read = readCount(typed);
			const isWritten = sent.some((cell) => cell.registrationId === row && cell.measure === measure && "value" in read && read.value === cell.value);
			if (!isWritten) next[row] = { ...next[row], [measure]: typed };
		}
	return next;
}

/** What the typed cells ask to be written, and those that are no count: a cell typed back to what stands asks for nothing. */
export function cellsOf(results: MissionResults, edits: GridEdits, shown: Shown, say: (fault: CountFault) => string): { cells: Cell[]; faults: Faults } {
	const cells: Cell[] = [];
	const faults: Faults = {};
	for (const row of results.items)
		for (const measure of resultMeasures) {
			const typed = edits[row.registrationId]?.[measure];
			if (typed === undefined) continue;
			const stands = standing(results, row.registrationId, measure);
			const key = keyOf(row.registrationId, measure);
			const before = key in shown ? (shown[key] ?? null) : stands;
			const read = readCount(typed);
			if ("fault" in read) faults[row.registrationId] = { ...faults[row.registrationId], [measure]: say(read.fault) };
			else if (read.value !== stands) cells.push({ registrationId: row.registrationId, measure, value: read.value, before });
		}
	return { cells, faults };
}

/** Sentences of the API beside the cells they name; the others stand above the grid. `changed`: cells that somebody else wrote meanwhile. */
export function faultsOfAnswer(cells: readonly Cell[], problems: readonly FieldProblem[]): { faults: Faults; others: string[]; changed: Place[] } {
	const faults: Faults = {};
	const others: string[] = [];
	const changed: Place[] = [];
	for (const { path, message, code } of problems) {
		const cell = cells[Number(/^cells\.([0-9]+)\./.exec(path)?.[1] ?? Number.NaN)];
		if (cell && code === "cell-changed") changed.push({ row: cell.registrationId, column: cell.measure });
		if (cell) faults[cell.registrationId] = { ...faults[cell.registrationId], [cell.measure]: message };
		else others.push(message);
	}
	return { faults, others: [...new Set(others)], changed };
}

export const countOf = (faults: Faults): number => Object.values(faults).reduce((sum, row) => sum + Object.keys(row).length, 0);
