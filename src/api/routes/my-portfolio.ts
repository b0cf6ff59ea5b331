import { type RawBuilder, sql } from "kysely";
import type { TimelineEntry } from "#contract/employer-timeline.ts";
import { listMyPortfolio, threadOnDevice, visitsOnDevice } from "#contract/my-portfolio.ts";
import type { VisitRow } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow } from "../presenting.ts";
import { addDays } from "../rules/calendar.ts";
import { readEmployers } from "./employer-record.ts";
import { thread } from "./employer-timeline.ts";
import { followUpList, presentFollowUp } from "./follow-up-list.ts";
import { labourNeedList, presentLabourNeed } from "./labour-need-list.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";
import { visitList } from "./visit-list.ts";
import { presentVisit } from "./visit-record.ts";

const usual = 100;
const visitedWithin = 180;

type Row = Record<string, unknown>;

/** Theirs, and those they go to see; of the region, and not archived. */
const portfolioOf = ({ caller, today }: Context) => sql`
	select s.employer_id from employer_summary s where s.region_code = ${caller.regionCode} and s.archived_on is null and (s.advisor_id = ${caller.personId} or s.employer_id in (
		select ve.employer_id from visit_adviser a join visit v on v.id = a.visit_id join visit_employer ve on ve.visit_id = v.id
		where a.person_id = ${caller.personId} and v.occurred_on >= ${addDays(today, -visitedWithin)}::date and v.status <> 'cancelled'))`;

async function idsOf(context: Context, after: string | undefined, limit: number) {
	const { rows } = await sql<{ ids: string[]; total: number }>`with portfolio as materialized (${portfolioOf(context)})
		select (select count(*)::int from portfolio) as total, coalesce((select json_agg(employer_id) from (
			select employer_id from portfolio where ${after ? sql`employer_id > ${after}` : sql`true`} order by employer_id limit ${limit + 1}) page), '[]'::json) as ids`.execute(
		context.db,
	);
	return rows[0] ?? { ids: [], total: 0 };
}

/** The rows of a list that a condition of ours lets through, all of them. */
async function rowsOf<Item>(context: Context, list: ListDefinition, which: RawBuilder<boolean>, order: RawBuilder<unknown>, present: (row: Row) => Item) {
	const { rows } = await sql<Row>`select ${list.select(context)} from ${list.from} where ${list.scope(context)} and ${which} order by ${order}`.execute(
		context.db,
	);
	return rows.map(present);
}

const lastVisits = (ids: RawBuilder<unknown>) => sql<boolean>`visit.id in (select last.id from unnest(${ids}) e (id) cross join lateral (
	select v.id from visit_employer ve join visit v on v.id = ve.visit_id where ve.employer_id = e.id and v.status <> 'cancelled' order by v.occurred_on desc, v.id desc limit ${visitsOnDevice}) last)`;

async function threadsOf({ db, language }: Context, ids: RawBuilder<unknown>) {
	const { rows } = await sql<Row & { employer_id: string }>`select e.id as employer_id, t.* from unnest(${ids}) e (id) cross join lateral (
		select * from (${thread(sql.ref("e.id"), language)}) thread order by "on" desc, id desc limit ${threadOnDevice}) t`.execute(db);
	const byEmployer = Map.groupBy(rows, ({ employer_id }) => employer_id);
	return [...byEmployer].map(([employerId, found]) => ({ employerId, items: found.map(({ employer_id: _, ...entry }) => camelRow<TimelineEntry>(entry)) }));
}

export const myPortfolioRoutes = [
	implement(listMyPortfolio, async (context, { query: { after, limit = usual } }) => {
		const { ids: found, total } = await idsOf(context, after, limit);
		const page = found.slice(0, limit);
		const ids = sql`${`{${page.join(",")}}`}::uuid[]`;
		return {
			employers: await readEmployers(context, page),
			supportCases: await rowsOf(context, supportCaseList, sql`c.employer_id = any(${ids}) and c.closed_on is null`, sql`c.opened_on desc`, (row) =>
				presentSupportCase(context, row),
			),
			labourNeeds: await rowsOf(context, labourNeedList, sql`n.employer_id = any(${ids})`, sql`n.recorded_on desc, n.id`, (row) =>
				presentLabourNeed(context, row),
			),
			visits: await rowsOf(context, visitList, lastVisits(ids), sql`visit.occurred_on desc, visit.id desc`, (row) =>
				presentVisit<Omit<VisitRow, "can">>(context, row),
			),
			followUps: await rowsOf(context, followUpList, sql`f.employer_id = any(${ids}) and f.done_on is null`, sql`f.due_on, f.id`, (row) =>
				presentFollowUp(context, row),
			),
			threads: await threadsOf(context, ids),
			total,
			next: found.length > limit ? (page.at(-1) ?? null) : null,
		};
	}),
];
