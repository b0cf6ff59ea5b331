import type { Visit } from "#contract/visits.ts";
import { isBlank } from "./block-values.ts";
import { valuesOf } from "./report-values.ts";

/** The sections of a report, in the order they are read, and the paths whose lacks they gather. */
export const sections = [
	{
		id: "header",
		paths: [
			...["occurredOn", "mode", "durationMinutes", "adviserIds", "employerIds", "partnerId", "agreementId"],
			...["report.startsAt", "report.place", "report.origin", "report.language", "report.contactIds", "report.partnersPresent"],
		],
	},
	{ id: "profile", paths: ["report.profile"] },
	{ id: "needs", paths: ["report.needs", "report.noNeed"] },
	{ id: "capacity", paths: ["report.capacity"] },
	{ id: "solutions", paths: ["solutions"] },
	{ id: "tools", paths: ["report.toolUses"] },
	{ id: "signals", paths: ["report.signals"] },
	{ id: "summary", paths: ["summary", "headline"] },
	{ id: "nextSteps", paths: ["report.nextSteps", "noFollowUpReason", "nextContactOn"] },
	{ id: "referrals", paths: ["report.referrals"] },
	{ id: "documents", paths: ["report.documents"] },
	{ id: "consent", paths: ["report.consent"] },
] as const;
export type SectionId = (typeof sections)[number]["id"];

const ofPartner: readonly SectionId[] = ["header", "summary", "nextSteps", "documents"];
/** A portrait and a capacity are of one business. */
const ofOne: readonly SectionId[] = ["profile", "capacity"];

type Subject = { isPartner: boolean; employers: number };
export const subjectOf = (visit: Pick<Visit, "partner" | "employers">): Subject => ({ isPartner: visit.partner !== null, employers: visit.employers.length });

/** What is asked of a visit, according to whom it is paid; what was said stays, whatever the visit became. */
export const sectionsFor = ({ isPartner, employers }: Subject, isSaid: (id: SectionId) => boolean = () => false) =>
	sections.filter(({ id }) => isSaid(id) || (isPartner ? ofPartner.includes(id) : employers === 1 || !ofOne.includes(id)));

export const sectionAnchor = (id: SectionId) => `section-${id}`;

export const missingIn = (paths: readonly string[], incomplete: readonly { path: string }[]): number =>
	incomplete.filter(({ path }) => paths.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))).length;

/** The sections in which something was said. */
export function saidIn(visit: Visit): ReadonlySet<SectionId> {
	const { report, solutions } = valuesOf(visit);
	const isSaid: Partial<Record<SectionId, boolean>> = {
		header: true,
		profile: !isBlank(report.profile),
		needs: report.needs.length > 0 || report.noNeed,
		capacity: !isBlank(report.capacity),
		solutions: solutions.length > 0,
		tools: report.toolUses.length > 0,
		signals: report.signals.length > 0,
		summary: Boolean(visit.summary || visit.headline),
		nextSteps: report.nextSteps.length > 0 || Boolean(visit.noFollowUpReason),
		referrals: report.referrals.length > 0,
		documents: report.documents.length > 0,
		consent: !isBlank(report.consent),
	};
	return new Set(sections.flatMap(({ id }) => (isSaid[id] ? [id] : [])));
}
