import type { EndpointInput } from "#contract/endpoint.ts";
import type { createImmigrationGroup } from "#contract/immigration-lines.ts";
import { type ImmigrationStep, immigrationSteps, stepsOf } from "#contract/immigration-steps.ts";
import type { FieldProblem } from "#lib/form-problems.ts";
import type { GridEdits } from "#ui/grid/editable-cells.ts";
import type { CommonValues } from "./WhichFields.tsx";

export type GroupValues = CommonValues & { people: number | null; hiredOn: string; prefix: string };
type Body = EndpointInput<typeof createImmigrationGroup>["body"];
export type Faults = Record<string, Record<string, string>>;
export type GridRow = { id: string; label: string; values: Record<string, string> };

/** What one types of each person, in the order in which it comes. */
export const columnsOf = (path: string): ("label" | ImmigrationStep | "permitExpiresOn")[] => [
	"label",
	...stepsOf(path),
	...(path === "permanent" ? [] : (["permitExpiresOn"] as const)),
];

/** A day as people type it or paste it: « 2026-11-27 », « 2026/11/27 ». Null: none; undefined: not a day that exists. */
export function readDay(typed: string): string | null | undefined {
	const text = typed.trim();
	if (text === "") return null;
	const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
	if (!year || !month || !day) return undefined;
	const said = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const date = new Date(`${said}T12:00:00Z`);
	return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== said ? undefined : said;
}

/** What is sent, and the cells that no API could read; `ids`: each row keeps its own from one try to the next. */
export function groupBody(
	values: GroupValues,
	rows: readonly GridRow[],
	edits: GridEdits,
	words: { badDay: string; required: string },
): { body: Body; faults: Faults } {
	const faults: Faults = {};
	const own = columnsOf(values.path);
	const lines = rows.map((row) => {
		const textOf = (column: string) => edits[row.id]?.[column] ?? row.values[column] ?? "";
		const fault = (column: string, sentence: string) => {
			faults[row.id] = { ...faults[row.id], [column]: sentence };
		};
		const dayOf = (column: ImmigrationStep | "permitExpiresOn") => {
			if (!own.includes(column)) return null;
			const day = readDay(textOf(column));
			if (day === undefined) fault(column, words.badDay);
			return day ?? null;
		};
		const { hiredOn, ...later } = Object.fromEntries(immigrationSteps.map((step) => [step, dayOf(step)])) as Record<ImmigrationStep, string | null>;
		if (hiredOn === null && !faults[row.id]?.hiredOn) fault("hiredOn", words.required);
		const label = textOf("label").trim();
		if (label === "") fault("label", words.required);
		return { id: row.id, label, hiredOn: hiredOn ?? "", ...later, permitExpiresOn: dayOf("permitExpiresOn") };
	});
	const { employerId, path, stream, country, occupationCode, labourNeedId, missionId } = values;
	const common = { employerId, path, stream: (path === "tfwp" && stream) || null, country: country || null, occupationCode: occupationCode || null };
	return { body: { ...common, labourNeedId: labourNeedId || null, missionId: missionId || null, lines }, faults };
}

/** What the API refuses of a line goes to its cell; the rest, to the fields of the form. */
export function cellFaults(problems: readonly FieldProblem[], rows: readonly GridRow[]): { faults: Faults; others: FieldProblem[] } {
	const faults: Faults = {};
	const others: FieldProblem[] = [];
	for (const problem of problems) {
		const [, index, column] = /^lines\.(\d+)\.(\w+)$/.exec(problem.path) ?? [];
		const row = index === undefined ? undefined : rows[Number(index)];
		if (!row || !column) others.push(problem);
		else faults[row.id] = { ...faults[row.id], [column]: problem.message };
	}
	return { faults, others };
}
