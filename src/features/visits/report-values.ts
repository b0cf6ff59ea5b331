import type { NeedDraft, NextStepDraft, ToolUseDraft } from "#contract/visit-report.ts";
import type { Visit, VisitChange } from "#contract/visits.ts";
import { mergeThreeWays } from "#lib/merge.ts";
import { type BlockValues, blocksBody, blocksOf, lineBody } from "./block-values.ts";

type Text<T> = { [K in keyof T]-?: NonNullable<T[K]> extends string ? string : Exclude<T[K], undefined> };
/** A line as the form holds it: a text box knows no null. */
export type NeedValues = Text<NeedDraft>;
export type ToolUseValues = Text<ToolUseDraft>;
export type StepValues = Omit<Text<NextStepDraft>, "promised"> & { promised: boolean };
export type EmployerValue = { id: string; name: string };
export type PartnerValue = { id: string; name: string };

/** The report as typed; paths are those of the API, so that a refusal finds its field. */
export type ReportValues = {
	employers: EmployerValue[];
	/** Instead of employers: the partner visited, and the agreement that is followed. */
	partner: PartnerValue | null;
	agreementId: string;
	adviserIds: string[];
	mode: string;
	occurredOn: string;
	durationMinutes: number | null;
	headline: string;
	summary: string;
	solutions: string[];
	noFollowUpReason: string;
	nextContactOn: string;
	report: {
		/** `13:30`, as the browser's own box writes it. */
		startsAt: string;
		place: string;
		origin: string;
		language: "" | "fr" | "en" | "other";
		partnersPresent: string;
		contactIds: string[];
		noNeed: boolean;
		needs: NeedValues[];
		toolUses: ToolUseValues[];
		nextSteps: StepValues[];
	} & BlockValues;
};

const need = (line: NeedDraft): NeedValues => ({
	id: line.id,
	employerId: line.employerId ?? "",
	occupationCode: line.occupationCode ?? "",
	permanence: line.permanence ?? "",
	startOn: line.startOn ?? "",
	posts: line.posts ?? null,
	hourlyWageCents: line.hourlyWageCents ?? null,
	frenchLevel: line.frenchLevel ?? null,
	housing: line.housing ?? "",
	schedule: line.schedule ?? "",
	requirements: line.requirements ?? "",
	vacantMonths: line.vacantMonths ?? null,
	localEfforts: line.localEfforts ?? "",
});
const step = (line: NextStepDraft): StepValues => ({
	id: line.id,
	employerId: line.employerId ?? "",
	kind: line.kind ?? "",
	title: line.title ?? "",
	ownerId: line.ownerId ?? "",
	dueOn: line.dueOn ?? "",
	ruleCode: line.ruleCode ?? "",
	promised: line.promised === true,
});
const toolUse = (line: ToolUseDraft): ToolUseValues => ({
	id: line.id,
	employerId: line.employerId ?? "",
	tool: line.tool ?? "",
	event: line.event ?? "",
	occurredOn: line.occurredOn ?? "",
	quantity: line.quantity ?? null,
	mission: line.mission ?? "",
	source: line.source ?? "",
	note: line.note ?? "",
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
	partner: visit.partner && { id: visit.partner.partnerId, name: visit.partner.partnerName },
	agreementId: visit.partner?.agreementId ?? "",
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
		startsAt: visit.report.startsAt ?? "",
		place: visit.report.place ?? "",
		origin: visit.report.origin ?? "",
		language: visit.report.language ?? "",
		partnersPresent: visit.report.partnersPresent ?? "",
		contactIds: visit.report.contactIds ?? [],
		noNeed: visit.report.noNeed ?? false,
		needs: (visit.report.needs ?? []).map(need),
		toolUses: (visit.report.toolUses ?? []).map(toolUse),
		nextSteps: (visit.report.nextSteps ?? []).map(step),
		...blocksOf(visit.report),
	},
});

const orNull = (value: string) => value.trim() || null;
/** The form as the API takes it; what this page does not know of the report is carried as it is. */
export function bodyOf(values: ReportValues, carried: Visit["report"]): Required<Omit<VisitChange, "status">> {
	const { report } = values;
	return {
		employerIds: values.employers.map(({ id }) => id),
		partnerId: values.partner?.id ?? null,
		agreementId: values.partner ? orNull(values.agreementId) : null,
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
			startsAt: orNull(report.startsAt.slice(0, 5)),
			place: orNull(report.place),
			origin: orNull(report.origin),
			language: report.language || null,
			partnersPresent: orNull(report.partnersPresent),
			contactIds: report.contactIds,
			noNeed: report.noNeed,
			needs: report.needs.map(lineBody),
			toolUses: report.toolUses.map(lineBody),
			nextSteps: report.nextSteps.map(lineBody),
			...blocksBody(report),
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

/** What was kept on the device by an earlier version of the page knew fewer blocks. */
export const wholeValues = (kept: ReportValues, visit: Visit): ReportValues => {
	const { report, ...rest } = valuesOf(visit);
	return { ...rest, ...kept, report: { ...report, ...kept.report } };
};
