import * as z from "zod/mini";
import { timelineEntry } from "./employer-timeline.ts";
import { employer } from "./employers.ts";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { followUp } from "./follow-ups.ts";
import { labourNeed } from "./labour-needs.ts";
import { id } from "./primitives.ts";
import { supportCaseRow } from "./support-cases.ts";
import { visit, visitRow } from "./visits.ts";

/** How much of each employer's past goes on a device. */
export const visitsOnDevice = 2;
export const threadOnDevice = 5;

/** Some employers, with what their record shows. */
export const myPortfolio = z.strictObject({
	employers: z.array(employer),
	/** Open. */
	supportCases: z.array(supportCaseRow),
	labourNeeds: z.array(labourNeed),
	/** The last that were completed with each employer, and all that are planned or begun; the latest first. */
	visits: z.array(visitRow),
	/** What the caller planned or began with them, whole: to be gone on with. */
	reports: z.array(visit),
	/** To be done. */
	followUps: z.array(followUp),
	/** The latest of what happened with each. */
	threads: z.array(z.strictObject({ employerId: id, items: z.array(timelineEntry) })),
	/** Asked `since`: those that something was written of and that are not, or no longer, of the portfolio. */
	left: z.array(id),
	total: z.int(),
	/** Where the journal stands: asked as `since` next time. Smaller than what was asked: the office was restored, and all is to be read again. */
	tip: z.int(),
	/** Asked as `after`, answers what follows. */
	next: z.nullable(id),
});
export type MyPortfolio = z.output<typeof myPortfolio>;

export const listMyPortfolio = endpoint({
	id: "listMyPortfolio",
	method: "GET",
	path: "/my-portfolio",
	summary:
		"The employers that the caller answers for or has visited in the last 180 days, some at a time, with their contacts, open cases, needs, last visits and follow-ups: what a device keeps for when there is no network (house law « Offline »). With `since`, a number of the journal, only those of which something was written after it; what passes with the days alone is not told.",
	query: z.strictObject({
		after: z.optional(id),
		since: z.optional(z.coerce.number().check(z.refine(Number.isSafeInteger, { error: "whole-number" }), z.minimum(0))),
		limit: z.optional(
			z.coerce.number().check(
				z.refine((value) => Number.isInteger(value), { error: "whole-number" }),
				z.minimum(1),
				z.maximum(250),
			),
		),
	}),
	output: myPortfolio,
	roles: fieldRoles,
	background: true,
});
