/** The sections of a report and the paths whose lacks they gather. */
export const sections = [
	{ id: "header", paths: ["occurredOn", "mode", "durationMinutes", "adviserIds", "employerIds", "report.place", "report.origin", "report.contactIds"] },
	{ id: "needs", paths: ["report.needs"] },
	{ id: "solutions", paths: ["solutions"] },
	{ id: "tools", paths: ["report.toolUses"] },
	{ id: "summary", paths: ["summary", "headline"] },
	{ id: "nextSteps", paths: ["report.nextSteps", "noFollowUpReason", "nextContactOn"] },
] as const;
export type SectionId = (typeof sections)[number]["id"];

export const sectionAnchor = (id: SectionId) => `section-${id}`;

export const missingIn = (paths: readonly string[], incomplete: readonly { path: string }[]): number =>
	incomplete.filter(({ path }) => paths.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))).length;
