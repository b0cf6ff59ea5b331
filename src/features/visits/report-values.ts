import type { NeedDraft, NextStepDraft, ToolUseDraft } from "#contract/visit-report.ts";
import type { Visit, VisitChange } from "#contract/visits.ts";
import { mergeThreeWays } from "#lib/merge.ts";

type Filled<T> = { [K in keyof T]-?: Exclude<T[K], undefined> };
/** A line as the form holds it: a text box knows no null. */
export type NeedValues = Omit<NeedDraft, "occupationCode" | "permanence" | "startOn"> & {
	occupationCode: string;
	permanence: string;
	startOn: string;
	posts: number | null;
	hourlyWageCents: number | null;
	frenchLevel: number | null;
};
export type ToolUseValues = {
	id: string;
	tool: string;
	event: string;
	occurredOn: string;
	quantity: number | null;
	mission: string;
	source: string;
	note: string | null;
};
export type StepValues = { id: string; kind: string; title: string; ownerId: string; dueOn: string; ruleCode: string };
export type EmployerValue = { id: string; name: string };

/** The report as typed; paths are those of the API, so that a refusal finds its field. */
export type ReportValues = {
	employers: EmployerValue[];
	adviserIds: string[];
	mode: string;
	occurredOn: string;
	durationMinutes: number | null;
	headline: string;
	summary: string;
	solutions: string[];
	noFollowUpReason: string;
	nextContactOn: string;
	report: { place: string; origin: string; contactIds: string[]; noNeed: boolean; needs: NeedValues[]; toolUses: ToolUseValues[]; nextSteps: StepValues[] };
};

const need = (line: NeedDraft): NeedValues => ({
	...line,
	occupationCode: line.occupationCode ?? "",
	permanence: line.permanence ?? "",
	startOn: line.startOn ?? "",
	posts: line.posts ?? null,
	hourlyWageCents: line.hourlyWageCents ?? null,
	frenchLevel: line.frenchLevel ?? null,
});
const step = (line: NextStepDraft): StepValues => ({
	id: line.id,
	kind: line.kind ?? "",
	title: line.title ?? "",
	ownerId: line.ownerId ?? "",
	dueOn: line.dueOn ?? "",
	ruleCode: line.ruleCode ?? "",
});
const toolUse = (line: ToolUseDraft): ToolUseValues => ({
	id: line.id,
	tool: line.tool ?? "",
	event: line.event ?? "",
	occurredOn: line.occurredOn ?? "",
	quantity: line.quantity ?? null,
	mission: line.mission ?? "",
	source: line.source ?? "",
	note: line.note ?? null,
});

export const newNeed = (): NeedValues => need({ id: crypto.randomUUID() });
export const newStep = (ownerId: string, dueOn: string): StepValues => ({ ...step({ id: crypto.randomUUID() }), ownerId, dueOn });
export const newToolUse = (occurredOn: string): ToolUseValues => ({
	...toolUse({ id: crypto.randomUUID() }),
	tool: "employerPortal",
	occurredOn,
	quantity: 1,
	source: "declared",
});

export const valuesOf = (visit: Visit): ReportValues => ({
	employers: visit.employers.map(({ employerId, employerName }) => ({ id: employerId, name: employerName })),
	adviserIds: visit.advisers.map(({ personId }) => personId),
	mode: visit.mode,
	occurredOn: visit.occurredOn,
	durationMinutes: visit.durationMinutes,
	headline: visit.headline ?? "",
	summary: visit.summary ?? "",
	solutions: visit.solutions,
	noFollowUpReason: visit.noFollowUpReason ?? "",
	nextContactOn: visit.nextContactOn ?? "",
	report: {
		place: visit.report.place ?? "",
		origin: visit.report.origin ?? "",
		contactIds: visit.report.contactIds ?? [],
		noNeed: visit.report.noNeed ?? false,
		needs: (visit.report.needs ?? []).map(need),
		toolUses: (visit.report.toolUses ?? []).map(toolUse),
		nextSteps: (visit.report.nextSteps ?? []).map(step),
	},
});

const orNull = (value: string) => value.trim() || null;
/** Empty boxes are nulls; NaN (a number half typed) is nothing yet. */
const line = <T extends object>(values: T): Filled<T> =>
	Object.fromEntries(
		Object.entries(values).map(([field, value]) => [field, typeof value === "string" && field !== "id" ? orNull(value) : Number.isNaN(value) ? null : value]),
	) as Filled<T>;

/** The form as the API takes it; the blocks this page does not show are carried as they are. */
export function bodyOf(values: ReportValues, carried: Visit["report"]): Required<Omit<VisitChange, "status">> {
	const { report } = values;
	return {
		employerIds: values.employers.map(({ id }) => id),
		adviserIds: values.adviserIds,
		mode: values.mode,
		occurredOn: values.occurredOn,
		durationMinutes: Number.isNaN(values.durationMinutes) ? null : values.durationMinutes,
		headline: orNull(values.headline),
		summary: orNull(values.summary),
		solutions: values.solutions,
		noFollowUpReason: orNull(values.noFollowUpReason),
		nextContactOn: orNull(values.nextContactOn),
		report: {
			...carried,
			place: orNull(report.place),
			origin: orNull(report.origin),
			contactIds: report.contactIds,
			noNeed: report.noNeed,
			needs: report.needs.map(line),
			toolUses: report.toolUses.map(line),
			nextSteps: report.nextSteps.map(line),
		},
	};
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What differs from the last save; null when nothing does. */
export function changeOf(saved: ReportValues, now: ReportValues, carried: Visit["report"]): VisitChange | null {
	const before = bodyOf(saved, carried);
	const changed = Object.entries(bodyOf(now, carried)).filter(([field, value]) => !same(value, before[field as keyof typeof before]));
	return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** What I typed since the last save stays, the rest is what stands now; the blocks of the report one by one. */
export function mergeValues(saved: ReportValues, mine: ReportValues, theirs: ReportValues): ReportValues {
	return { ...mergeThreeWays(saved, mine, theirs).merged, report: mergeThreeWays(saved.report, mine.report, theirs.report).merged };
}
