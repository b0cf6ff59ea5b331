import type { FollowUp } from "#contract/follow-ups.ts";
import { getMyDay } from "#contract/my-day.ts";
import type { VisitRow } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import type { ListDefinition } from "../list.ts";
import { readPage } from "../list-page.ts";
import { dayFilters } from "./day-filters.ts";
import { followUpList, presentFollowUp } from "./follow-up-list.ts";
import { presentReferral, referralList } from "./referral-list.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";
import { visitList } from "./visit-list.ts";
import { presentVisit } from "./visit-record.ts";

const shown = 8;
/** The column one works in shows more of itself than those one looks at. */
const worked = 24;

/** The beginning of a list, in one statement, with the filter that opens the whole of it. */
async function groupOf<Item>(
	context: Context,
	list: ListDefinition,
	{ filter, sort, limit = shown }: { filter: string; sort: string; limit?: number },
	present: (row: Record<string, unknown>) => Item,
) {
	const { rows, total } = await readPage(context, list, { filter, sort, limit });
	return { filter, total, items: rows.map(present) };
}

export const myDayRoutes = [
	implement(getMyDay, async (context) => {
		const filters = dayFilters(context);
		const visitRow = (row: Record<string, unknown>) => presentVisit<Omit<VisitRow, "can">>(context, row);
		const followUp = (row: Record<string, unknown>): FollowUp => presentFollowUp(context, row);
		const supportCase = (row: Record<string, unknown>) => presentSupportCase(context, row);
		return {
			today: context.today,
			visits: await groupOf(context, visitList, { filter: filters.visits, sort: "occurredOn" }, visitRow),
			// What was promised to an employer comes first.
			due: await groupOf(context, followUpList, { filter: filters.due, sort: "-promised,dueOn", limit: worked }, followUp),
			expected: await groupOf(context, followUpList, { filter: filters.expected, sort: "dueOn" }, followUp),
			referrals: await groupOf(context, referralList, { filter: filters.referrals, sort: "replyExpectedOn" }, (row) => presentReferral(context, row)),
			reports: await groupOf(context, visitList, { filter: filters.reports, sort: "occurredOn" }, visitRow),
			sleepingCases: await groupOf(context, supportCaseList, { filter: filters.sleepingCases, sort: "lastActivityOn" }, supportCase),
			wakingCases: await groupOf(context, supportCaseList, { filter: filters.wakingCases, sort: "pausedUntil" }, supportCase),
			coming: await groupOf(context, followUpList, { filter: filters.coming, sort: "dueOn", limit: 5 }, followUp),
		};
	}),
];
