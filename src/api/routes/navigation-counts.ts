import { sql } from "kysely";
import type { NavigationCounts } from "#contract/navigation-counts.ts";
import type { Context } from "../caller.ts";
import { keptTotal } from "../list.ts";
import { employerList } from "./employer-list.ts";
import { followUpList, lateFollowUp, lateOwned } from "./follow-up-list.ts";
import { labourNeedList } from "./labour-need-list.ts";
import { supportCaseList } from "./support-case-list.ts";

/** Beside the navigation: a counsellor sees what is late in their own hands, a manager what is late in the region. */
export async function countNavigation(context: Context) {
	const { caller } = context;
	const mine = sql`from follow_up_owner o where o.region_code = ${caller.regionCode} and o.person_id = ${caller.personId}::uuid`;
	const late =
		caller.role === "manager"
			? sql`(select count(*)::int from ${followUpList.from} where ${followUpList.scope(context)} and ${lateFollowUp(context.today)})`
			: sql`(select count(*)::int ${mine} and ${lateOwned(context.today)})`;
	const {
		rows: [row],
	} = await sql<NavigationCounts>`select
		${keptTotal(employerList, context)} as employers,
		(select count(*)::int from ${supportCaseList.from} where ${supportCaseList.scope(context)} and ${supportCaseList.column("open", context)}) as "supportCases",
		(select coalesce(sum(${labourNeedList.column("openPosts", context)}), 0)::int from ${labourNeedList.from} where ${labourNeedList.scope(context)} and ${labourNeedList.column("open", context)}) as "openPosts",
		${late} as "lateFollowUps",
		(select count(*)::int ${mine} and o.is_open and o.due_on <= ${context.today}::date) as "myDueFollowUps"`.execute(context.db);
	return row ?? { employers: 0, supportCases: 0, openPosts: 0, lateFollowUps: 0, myDueFollowUps: 0 };
}
