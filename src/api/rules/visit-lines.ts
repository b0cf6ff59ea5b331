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
export type Line = { id: string } & Record<string, string | number | boolean | null>;
/** `employerId`: whose it is, when the visit has several employers; null is the first. */
export type PlacedLine = { index: number; line: Line; employerId: string | null };

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
			if ("line" in read) complete[list].push({ index, line: read.line, employerId: draft.employerId ?? null });
			else problems.push(...read.problems.map(({ path, code }) => ({ path: `report.${list}.${index}.${path}`, code })));
		}
	}
	return { complete, problems };
}

const same = (a: Line, b: Line) => Object.keys(a).every((field) => a[field] === b[field]);

/** Each line with its employer: the one it names, as long as it is visited, or the first. A partner's visit has none. */
export const lodged = (lines: PlacedLine[], employerIds: readonly string[]): PlacedLine[] =>
	lines.map((placed) => ({
		...placed,
		employerId: placed.employerId !== null && employerIds.includes(placed.employerId) ? placed.employerId : (employerIds[0] ?? null),
	}));

/**
 * What a save changes: lines new or changed since the stored report become records; lines gone take theirs back; a line that only changed employer takes its record
 * along as it stands. A line left alone is not written again.
 */
export function planLines(before: PlacedLine[], after: PlacedLine[]): { write: PlacedLine[]; move: PlacedLine[]; withdraw: Line[] } {
	const known = new Map(before.map((placed) => [placed.line.id, placed]));
	const kept = new Set(after.map(({ line }) => line.id));
	const isNew = ({ line }: PlacedLine) => {
		const stored = known.get(line.id);
		return !stored || !same(line, stored.line);
	};
	return {
		write: after.filter(isNew),
		move: after.filter((placed) => !isNew(placed) && known.get(placed.line.id)?.employerId !== placed.employerId),
		withdraw: before.filter(({ line }) => !kept.has(line.id)).map(({ line }) => line),
	};
}
