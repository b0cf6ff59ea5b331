import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { followUp } from "./follow-ups.ts";
import { localDate } from "./primitives.ts";
import { referral } from "./referrals.ts";
import { supportCaseRow } from "./support-cases.ts";
import { visitRow } from "./visits.ts";

/** A report that waits longer than this is pointed at (design, screen 1). */
export const longReportDays = 7;

/** The first rows of a list, how many it has, and the filter that opens it: the number and the list cannot disagree. */
const group = <T extends z.ZodMiniType>(item: T) => z.strictObject({ filter: z.string(), total: z.int(), items: z.array(item) });

export const myDay = z.strictObject({
	today: localDate,
	/** Of today, by the team that the caller is of. */
	visits: group(visitRow),
	/** Due today or before, one of whose owners is the caller. */
	due: group(followUp),
	/** Waited for, not yet due: outcomes of referrals, states of applications. */
	expected: group(followUp),
	/** Addressed to the caller and open; sent by them, unanswered, and that no follow-up recalls: one alert for one fact. For a manager, those unanswered for too long too. */
	referrals: group(referral),
	/** Visits that are past, and whose report is not finished. */
	reports: group(visitRow),
	sleepingCases: group(supportCaseRow),
	/** Paused, and waking within two weeks. */
	wakingCases: group(supportCaseRow),
	/** The rest of what is to be done within a week. */
	coming: group(followUp),
});
export type MyDay = z.output<typeof myDay>;

export const getMyDay = endpoint({
	id: "getMyDay",
	method: "GET",
	path: "/my-day",
	summary: "What the caller has before them today: visits, follow-ups late and due, replies expected, reports to finish, cases that sleep or wake.",
	output: myDay,
	roles: fieldRoles,
});
