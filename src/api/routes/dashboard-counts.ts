import { sql } from "kysely";
import { listEmployers } from "#contract/employers.ts";
import type { NavigationCounts } from "#contract/navigation-counts.ts";
import { atWork } from "../at-work.ts";
import type { Context } from "../caller.ts";
import { keptTotal, wholeOf } from "../list.ts";
import { figure } from "../rules/dashboard-figures.ts";
import { employerList } from "./employer-list.ts";
import { followUpList, lateFollowUp, lateOwned } from "./follow-up-list.ts";
import { labourNeedList } from "./labour-need-list.ts";
import { supportCaseList } from "./support-case-list.ts";

/**
 * The counts of the dashboard, set-based. Each reads the columns, the source and the scope of the list that it names:
 * a figure and the rows behind it cannot be told by two rules.
 */
const rowsOf = async <Row>({ db }: Context, statement: ReturnType<typeof sql<Row>>) => (await statement.execute(db)).rows;

/** Every stage, in order, empty ones too; closed cases are not in the funnel. */
export function countCasesByStage(context: Context) {
	const column = (field: string) => supportCaseList.column(field, context);
	return rowsOf(
		context,
		sql<{ stage: string; cases: number; openPosts: number; sleeping: number }>`
		select g.code as stage, coalesce(k.cases, 0) as cases, coalesce(k.posts, 0) as "openPosts", coalesce(k.sleeping, 0) as sleeping
		from case_stage g left join (
			select ${column("stage")} as stage, count(*)::int as cases, sum(${column("openPosts")})::int as posts, (count(*) filter (where ${column("sleeping")}))::int as sleeping
			from ${supportCaseList.from} where ${supportCaseList.scope(context)} and ${column("open")} group by 1
		) k on k.stage = g.code where g.code <> 'closed' order by g.position`,
	);
}

/** By stage: the cases that entered it, and those that went further from then on. Closing is not going further. */
export const countPassages = (context: Context) =>
	rowsOf(
		context,
		sql<{ stage: string; entered: number; further: number }>`
		select stage, count(*)::int as entered, (count(*) filter (where furthest > position))::int as further from (
			select distinct on (support_case_id, stage) support_case_id, stage, position, furthest from (
				select x.support_case_id, g.code as stage, g.position, x.moved_on, max(g.position) over (partition by x.support_case_id order by x.moved_on range between current row and unbounded following) as furthest
				from stage_change x join case_stage g on g.code = x.to_stage where x.region_code = ${context.caller.regionCode} and x.to_stage <> 'closed'
			) moves order by support_case_id, stage, moved_on
		) entries group by stage`,
	);

/** The occupations that lack the most people, and what all occupations lack: the needs are read once for both. */
export async function countOpenNeeds(context: Context, occupationsShown: number) {
	const column = (field: string) => labourNeedList.column(field, context);
	const rows = await rowsOf(
		context,
		sql<{ code: string; label: string; posts: number; needs: number; allPosts: number; allNeeds: number }>`
		select k.code, ${sql.ref(context.language === "en" ? "o.label_en" : "o.label_fr")} as label, k.posts, k.needs, k.all_posts as "allPosts", k.all_needs as "allNeeds" from (
			select ${column("occupationCode")} as code, sum(${column("openPosts")})::int as posts, count(*)::int as needs, (sum(sum(${column("openPosts")})) over ())::int as all_posts, (sum(count(*)) over ())::int as all_needs
			from ${labourNeedList.from} where ${labourNeedList.scope(context)} and ${column("open")} group by 1 order by 2 desc, 1 limit ${occupationsShown}
		) k join occupation o on o.code = k.code order by k.posts desc, k.code`,
	);
	return { needs: rows[0]?.allNeeds ?? 0, posts: rows[0]?.allPosts ?? 0, occupations: rows.map(({ allPosts: _, allNeeds: __, ...occupation }) => occupation) };
}

/** Employers by what they have done with the two tools; the states of the Portail are those of the list's own filter. */
export async function countEmployersByPortal(context: Context) {
	const column = (field: string) => employerList.column(field, context);
	const rows = await rowsOf(
		context,
		sql<{ state: string; employers: number; joined: number }>`
		select ${column("portal")} as state, count(*)::int as employers, (count(*) filter (where ${column("missionsJoined")} >= 1))::int as joined
		from ${employerList.from} where ${wholeOf(employerList, context)} group by 1`,
	);
	const inState = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.employers, 0);
	return [
		{ key: "portalAccount" as const, employers: figure(inState("neverUsed", "active", "dormant"), listEmployers, "portal=in=(active,dormant,neverUsed)") },
		{ key: "portalUsed" as const, employers: figure(inState("active", "dormant"), listEmployers, "portal=in=(active,dormant)") },
		{ key: "portalUsed90" as const, employers: figure(inState("active"), listEmployers, "portal==active") },
		{ key: "portalNeverUsed" as const, employers: figure(inState("neverUsed"), listEmployers, "portal==neverUsed") },
		{
			key: "missionJoined" as const,
			employers: figure(
				rows.reduce((sum, row) => sum + row.joined, 0),
				listEmployers,
				"missionsJoined=ge=1",
			),
		},
	];
}

export async function countVisitsSince(context: Context, since: string) {
	const [row] = await rowsOf(
		context,
		sql<{ visits: number }>`
		select count(*)::int as visits from visit where region_code = ${context.caller.regionCode} and status = 'completed' and mode <> 'phone' and occurred_on >= ${since}::date`,
	);
	return row?.visits ?? 0;
}

export async function countLateFollowUps(context: Context) {
	const [row] = await rowsOf(
		context,
		sql<{ late: number }>`select count(*)::int as late from ${followUpList.from} where ${followUpList.scope(context)} and ${lateFollowUp(context.today)}`,
	);
	return row?.late ?? 0;
}

/** What each person carries: counsellors at work today, and whoever left something open. By name: a load is not a ranking (house law « Rights »). */
export const countPeopleLoads = (context: Context) =>
	rowsOf(
		context,
		sql<{ id: string; cases: number; late: number }>`
		select p.id, coalesce(c.cases, 0) as cases, coalesce(f.late, 0) as late from person p
		left join (select ${supportCaseList.column("advisorId", context)} as id, count(*)::int as cases from ${supportCaseList.from} where ${supportCaseList.scope(context)} and ${supportCaseList.column("open", context)} group by 1) c on c.id = p.id
		left join (select o.person_id as id, count(*)::int as late from follow_up_owner o where o.region_code = ${context.caller.regionCode} and ${lateOwned(context.today)} group by 1) f on f.id = p.id
		where p.region_code = ${context.caller.regionCode} and (c.cases > 0 or f.late > 0
			or (p.role in ('advisor', 'recruitmentAdvisor') and ${atWork(context.today, "p")}))
		order by p.name collate "und-x-icu", p.id`,
	);

/** Beside the navigation: a counsellor sees what is late in their own hands, a manager what is late in the region. */
export async function countNavigation(context: Context) {
	const { caller } = context;
	const mine = sql`from follow_up_owner o where o.region_code = ${caller.regionCode} and o.person_id = ${caller.personId}::uuid`;
	const late =
		caller.role === "manager"
			? sql`(select count(*)::int from ${followUpList.from} where ${followUpList.scope(context)} and ${lateFollowUp(context.today)})`
			: sql`(select count(*)::int ${mine} and ${lateOwned(context.today)})`;
	const [row] = await rowsOf(
		context,
		sql<NavigationCounts>`select
		${keptTotal(employerList, context)} as employers,
		(select count(*)::int from ${supportCaseList.from} where ${supportCaseList.scope(context)} and ${supportCaseList.column("open", context)}) as "supportCases",
		(select coalesce(sum(${labourNeedList.column("openPosts", context)}), 0)::int from ${labourNeedList.from} where ${labourNeedList.scope(context)} and ${labourNeedList.column("open", context)}) as "openPosts",
		${late} as "lateFollowUps",
		(select count(*)::int ${mine} and o.is_open and o.due_on <= ${context.today}::date) as "myDueFollowUps"`,
	);
	return row ?? { employers: 0, supportCases: 0, openPosts: 0, lateFollowUps: 0, myDueFollowUps: 0 };
}
