import type { FollowUp } from "#contract/follow-ups.ts";
import { waitingKinds } from "#contract/follow-ups.ts";
import { getMyDay } from "#contract/my-day.ts";
import type { VisitRow } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import type { ListDefinition } from "../list.ts";
import { readPage } from "../list-page.ts";
import { addDays } from "../rules/calendar.ts";
import { followUpList, presentFollowUp } from "./follow-up-list.ts";
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
		const { caller, today } = context;
		const me = caller.personId;
		const visitRow = (row: Record<string, unknown>) => presentVisit<Omit<VisitRow, "can">>(context, row);
		const followUp = (row: Record<string, unknown>): FollowUp => presentFollowUp(context, row);
		const supportCase = (row: Record<string, unknown>) => presentSupportCase(context, row);
		const mine = `ownerId==${me};done==false`;
		return {
			today,
			visits: await groupOf(context, visitList, { filter: `adviserId==${me};occurredOn==${today};status!=cancelled`, sort: "occurredOn" }, visitRow),
			due: await groupOf(context, followUpList, { filter: `${mine};dueOn=le=${today}`, sort: "dueOn", limit: worked }, followUp),
			expected: await groupOf(context, followUpList, { filter: `${mine};dueOn=gt=${today};kind=in=(${waitingKinds.join(",")})`, sort: "dueOn" }, followUp),
			reports: await groupOf(context, visitList, { filter: `adviserId==${me};occurredOn=lt=${today};status=in=(draft,planned)`, sort: "occurredOn" }, visitRow),
			sleepingCases: await groupOf(context, supportCaseList, { filter: `advisorId==${me};sleeping==true`, sort: "lastActivityOn" }, supportCase),
			wakingCases: await groupOf(
				context,
				supportCaseList,
				{ filter: `advisorId==${me};paused==true;pausedUntil=le=${addDays(today, 14)}`, sort: "pausedUntil" },
				supportCase,
			),
			coming: await groupOf(context, followUpList, { filter: `${mine};dueOn=gt=${today};dueOn=le=${addDays(today, 7)}`, sort: "dueOn", limit: 5 }, followUp),
		};
	}),
];
