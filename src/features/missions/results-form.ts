import { type MissionResults, type ResultMeasure, resultMeasures } from "#contract/mission-results.ts";
import { type CountFault, type GridEdits, readCount } from "#ui/grid/editable-cells.ts";

export type Faults = Record<string, Record<string, string>>;
type Cell = { registrationId: string; measure: ResultMeasure; value: number | null; before: number | null };

export const shownValues = (row: MissionResults["items"][number]): Record<string, string> =>
	Object.fromEntries(row.values.map(({ measure, value }) => [measure, String(value)]));

/** What the typed cells ask to be written, and those that are no count: a cell typed back to what stood asks for nothing. */
export function cellsOf(results: MissionResults, edits: GridEdits, say: (fault: CountFault) => string): { cells: Cell[]; faults: Faults } {
	const cells: Cell[] = [];
	const faults: Faults = {};
	for (const row of results.items)
		for (const measure of resultMeasures) {
			const typed = edits[row.registrationId]?.[measure];
			if (typed === undefined) continue;
			const before = row.values.find((one) => one.measure === measure)?.value ?? null;
			const read = readCount(typed);
			if ("fault" in read) faults[row.registrationId] = { ...faults[row.registrationId], [measure]: say(read.fault) };
			else if (read.value !== before) cells.push({ registrationId: row.registrationId, measure, value: read.value, before });
		}
	return { cells, faults };
}

/** Sentences of the API beside the cells they name; the others stand above the grid. */
export function faultsOfAnswer(cells: readonly Cell[], problems: readonly { path: string; message: string }[]): { faults: Faults; others: string[] } {
	const faults: Faults = {};
	const others: string[] = [];
	for (const { path, message } of problems) {
		const cell = cells[Number(/^cells\.([0-9]+)\./.exec(path)?.[1] ?? Number.NaN)];
		if (cell) faults[cell.registrationId] = { ...faults[cell.registrationId], [cell.measure]: message };
		else others.push(message);
	}
	return { faults, others: [...new Set(others)] };
}

export const countOf = (faults: Faults): number => Object.values(faults).reduce((sum, row) => sum + Object.keys(row).length, 0);
