import type { LocalDate } from "#contract/primitives.ts";
import type { VisitReport } from "#contract/visit-report.ts";
import { readReferralLines } from "./referral-lines.ts";
import { type LineProblem, readLines } from "./visit-lines.ts";

export type VisitContent = {
	mode: string;
	occurredOn: LocalDate;
	headline: string | null;
	summary: string | null;
	noFollowUpReason: string | null;
	report: VisitReport;
	/** A partner's visit follows an agreement: nobody asks it for labour needs. */
	partnerId?: string | null | undefined;
};

const isEmpty = (items: readonly unknown[] | undefined) => items === undefined || items.length === 0;

/** What a report lacks to be completed (domain §2.3, the starred fields), by path of the body; empty when nothing does. */
export function incompleteOf(visit: VisitContent, today: LocalDate): LineProblem[] {
	const { report } = visit;
	return [
		...(visit.occurredOn > today ? [{ path: "occurredOn", code: "date-in-future" }] : []),
		...(visit.headline || visit.summary ? [] : [{ path: "summary", code: "required" }]),
		// An « appel » may be about anything, a group session is about none of them in particular; a meeting with an employer answers the question of needs.
		...(visit.mode !== "phone" && visit.mode !== "groupSession" && !visit.partnerId && isEmpty(report.needs) && report.noNeed !== true
			? [{ path: "report.needs", code: "need-or-none" }]
			: []),
		...readLines(report, today).problems,
		...readReferralLines(report, visit.occurredOn, today).problems,
		...(isEmpty(report.nextSteps) && !visit.noFollowUpReason ? [{ path: "report.nextSteps", code: "next-step-or-reason" }] : []),
	];
}

/** What a correction would break: what was already missing when the report was completed is not asked again. */
export function newlyIncomplete(before: VisitContent, after: VisitContent, today: LocalDate): LineProblem[] {
	const known = new Set(incompleteOf(before, today).map(({ path, code }) => `${path} ${code}`));
	return incompleteOf(after, today).filter(({ path, code }) => !known.has(`${path} ${code}`));
}
