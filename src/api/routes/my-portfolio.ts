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
import { visible } from "./journal.ts";
import { labourNeedList, presentLabourNeed } from "./labour-need-list.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";
import { visitList } from "./visit-list.ts";
import { presentVisit, readVisits } from "./visit-record.ts";

const usual = 100;
const visitedWithin = 180;

type Row = Record<string, unknown>;

/** Theirs, and those they go to see; of the region, and not archived. */
const portfolioOf = ({ caller, today }: Context) => sql`
	select s.employer_id from employer_summary s where s.region_code = ${caller.regionCode} and s.archived_on is null and (s.advisor_id = ${caller.personId} or s.employer_id in (
		select ve.employer_id from visit_adviser a join visit v on v.id = a.visit_id join visit_employer ve on ve.visit_id = v.id
		where a.person_id = ${caller.personId} and v.occurred_on >= ${addDays(today, -visitedWithin)}::date and v.status <> 'cancelled'))`;

/** Of whom something was written after a number of the journal; of what was taken from them, the image before tells. */
const changedSince = (context: Context, since: number) => sql`
	moved as materialized (select r.entity, r.root_id, (r.before ->> 'employer_id')::uuid as former from revision r where r.seq > ${since} and ${visible(context)}),
	changed as materialized (select root_id as id from moved where entity in ('employer', 'establishment', 'contact')
		union select employer_id from visit_employer where visit_id in (select root_id from moved where entity in ('visit', 'visit_employer', 'visit_adviser', 'visit_addendum'))
		union select employer_id from support_case where id in (select root_id from moved where entity in ('support_case', 'stage_change', 'case_evidence'))
		union select employer_id from labour_need where id in (select root_id from moved where entity = 'labour_need')
		union select employer_id from follow_up where employer_id is not null and id in (select root_id from moved where entity = 'follow_up')
		union select employer_id from tool_use where id in (select root_id from moved where entity = 'tool_use')
		union select former from moved where former is not null)`;

type Found = { ids: string[]; left: string[]; total: number; tip: number };
async function find(context: Context, { after, since }: { after?: string | undefined; since?: number | undefined }, limit: number): Promise<Found> {
	const { rows } =
		await sql<Found>`with portfolio as materialized (${portfolioOf(context)}), ${since === undefined ? sql`changed (id) as (values (null::uuid))` : changedSince(context, since)}
		select (select count(*)::int from portfolio) as total, journal_tip()::int8::float8 as tip, coalesce((select json_agg(employer_id) from (
			select employer_id from portfolio where ${after ? sql`employer_id > ${after}` : sql`true`} and ${since === undefined ? sql`true` : sql`employer_id in (select id from changed)`}
			order by employer_id limit ${limit + 1}) page), '[]'::json) as ids,
			coalesce((select json_agg(id order by id) from changed where ${since === undefined || after ? sql`false` : sql`id not in (select employer_id from portfolio)`}), '[]'::json) as left`.execute(
			context.db,
		);
	return rows[0] ?? { ids: [], left: [], total: 0, tip: 0 };
}

/** The rows of a list that a condition of ours lets through, all of them. */
async function rowsOf<Item>(context: Context, list: ListDefinition, which: RawBuilder<boolean>, order: RawBuilder<unknown>, present: (row: Row) => Item) {
	const { rows } = await sql<Row>`select ${list.select(context)} from ${list.from} where ${list.scope(context)} and ${which} order by ${order}`.execute(
		context.db,
	);
	return rows.map(present);
}

const lastVisits = (ids: RawBuilder<unknown>) => sql<boolean>`visit.id in (select last.id from unnest(${ids}) e (id) cross join lateral (
	(select v.id from visit_employer ve join visit v on v.id = ve.visit_id where ve.employer_id = e.id and v.status = 'completed' order by v.occurred_on desc, v.id desc limit ${visitsOnDevice})
	union all select v.id from visit_employer ve join visit v on v.id = ve.visit_id where ve.employer_id = e.id and v.status in ('planned', 'draft')) last)`;
/** Theirs to go on with. */
const begunByCaller = ({ caller }: Context, ids: RawBuilder<unknown>) => sql<boolean>`visit.status in ('planned', 'draft')
	and visit.id in (select ve.visit_id from visit_employer ve join visit_adviser a on a.visit_id = ve.visit_id and a.person_id = ${caller.personId} where ve.employer_id = any(${ids}))`;

async function threadsOf({ db, language }: Context, ids: RawBuilder<unknown>) {
	const { rows } = await sql<Row & { employer_id: string }>`select e.id as employer_id, t.* from unnest(${ids}) e (id) cross join lateral (
		select * from (${thread(sql.ref("e.id"), language)}) thread order by "on" desc, id desc limit ${threadOnDevice}) t`.execute(db);
	const byEmployer = Map.groupBy(rows, ({ employer_id }) => employer_id);
	return [...byEmployer].map(([employerId, found]) => ({ employerId, items: found.map(({ employer_id: _, ...entry }) => camelRow<TimelineEntry>(entry)) }));
}

export const myPortfolioRoutes = [
	implement(listMyPortfolio, async (context, { query: { limit = usual, ...query } }) => {
		const { ids: found, left, total, tip } = await find(context, query, limit);
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
			reports: await readVisits(context, begunByCaller(context, ids)),
			followUps: await rowsOf(context, followUpList, sql`f.employer_id = any(${ids}) and f.done_on is null`, sql`f.due_on, f.id`, (row) =>
				presentFollowUp(context, row),
			),
			threads: await threadsOf(context, ids),
			left,
			total,
			tip,
			next: found.length > limit ? (page.at(-1) ?? null) : null,
		};
	}),
];
