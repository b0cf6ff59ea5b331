import type * as z from "zod/mini";
import { followUpLine } from "#contract/follow-ups.ts";
import { issuesOf } from "#contract/issues.ts";
import { needLine } from "#contract/labour-needs.ts";
import type { LocalDate } from "#contract/primitives.ts";
import { toolUseLine } from "#contract/tool-uses.ts";
import type { VisitReport } from "#contract/visit-report.ts";

export type LineProblem = { path: string; code: string };
/** The three lists of a report whose complete lines are records, each with the contract's own shape of a line. */
export const lineSchemas = { needs: needLine, nextSteps: followUpLine, toolUses: toolUseLine } as const;
export type LineList = keyof typeof lineSchemas;
export const lineLists = Object.keys(lineSchemas) as LineList[];

/** A complete line: its id and its fields, none missing. */
export type Line = { id: string } & Record<string, string | number | null>;
export type PlacedLine = { index: number; line: Line };

const isBlank = (value: unknown) => value === undefined || value === null || value === "";

export const lineFields = (list: LineList): string[] => Object.keys(lineSchemas[list].shape);

function readLine(list: LineList, draft: Record<string, unknown>, today: LocalDate): { line: Line } | { problems: LineProblem[] } {
	const schema = lineSchemas[list];
	const shape: Record<string, z.ZodMiniType> = schema.shape;
	const whole = Object.fromEntries(lineFields(list).map((field) => [field, isBlank(draft[field]) ? null : draft[field]]));
	const missing = Object.keys(shape).filter((field) => whole[field] === null && !shape[field]?.safeParse(null).success);
	if (missing.length > 0) return { problems: missing.map((path) => ({ path, code: "required" })) };
	const parsed = schema.safeParse(whole);
	if (!parsed.success) return { problems: issuesOf(parsed.error).map(({ path, code }) => ({ path, code })) };
	// A use is a fact: what is only planned belongs to the next steps.
	if (list === "toolUses" && String(whole.occurredOn) > today) return { problems: [{ path: "occurredOn", code: "date-in-future" }] };
	return { line: parsed.data as unknown as Line };
}

/** The lines of a report that are complete, and what the others lack, as paths of the body. */
export function readLines(report: VisitReport, today: LocalDate): { complete: Record<LineList, PlacedLine[]>; problems: LineProblem[] } {
	const complete: Record<LineList, PlacedLine[]> = { needs: [], nextSteps: [], toolUses: [] };
	const problems: LineProblem[] = [];
	for (const list of lineLists) {
		for (const [index, draft] of (report[list] ?? []).entries()) {
			const read = readLine(list, draft, today);
			if ("line" in read) complete[list].push({ index, line: read.line });
			else problems.push(...read.problems.map(({ path, code }) => ({ path: `report.${list}.${index}.${path}`, code })));
		}
	}
	return { complete, problems };
}

const same = (a: Line, b: Line) => Object.keys(a).every((field) => a[field] === b[field]);

/** What a save changes: lines new or changed since the stored report become records; lines gone take theirs back. A line left alone is not written again. */
export function planLines(before: PlacedLine[], after: PlacedLine[]): { write: PlacedLine[]; withdraw: Line[] } {
	const known = new Map(before.map(({ line }) => [line.id, line]));
	const kept = new Set(after.map(({ line }) => line.id));
	return {
		write: after.filter(({ line }) => {
			const stored = known.get(line.id);
			return !stored || !same(line, stored);
		}),
		withdraw: before.filter(({ line }) => !kept.has(line.id)).map(({ line }) => line),
	};
}
