import { sql } from "kysely";
import type { Board } from "#contract/support-cases.ts";
import type { Context } from "../caller.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";

/** Longer ago, a closed case belongs to the list. */
const closedShownDays = 90;

type Counted = { stage: string; total: number; open_posts: number; sleeping: number };

/** Two statements: the counts of whole columns, and the first cards of each read from its own end of the index. The latest to enter a stage come first. */
export async function readBoard(context: Context, query: { q?: string; filter?: string; limit?: number }): Promise<Board> {
	const { db, today } = context;
	const { from, column, select, id } = supportCaseList;
	const where = and([
		...conditionsOf(supportCaseList, context, { q: query.q, filter: readFilter(query.filter, supportCaseList.fields) }),
		sql<boolean>`(c.closed_on is null or c.closed_on >= ${today}::date - ${closedShownDays}::int)`,
	]);
	const { rows: counted } = await sql<Counted>`
		select t.code as stage, coalesce(n.total, 0) as total, coalesce(n.open_posts, 0) as open_posts, coalesce(n.sleeping, 0) as sleeping
		from case_stage t left join (
			select c.stage, count(*)::int as total, sum(c.open_posts)::int as open_posts, (count(*) filter (where ${column("sleeping", context)}))::int as sleeping
			from ${from} where ${where} group by c.stage
		) n on n.stage = t.code order by t.position`.execute(db);
	const { rows: cards } = await sql<Record<string, unknown>>`
		select card.* from case_stage t cross join lateral (
			select ${select(context)} from ${from} where c.stage = t.code and ${where} order by c.stage_entered_on desc, ${id} desc limit ${query.limit ?? 30}
		) card order by t.position, card.stage_entered_on desc, card.id desc`.execute(db);
	return {
		columns: counted.map(({ stage, total, open_posts, sleeping }) => ({
			stage,
			total,
			openPosts: open_posts,
			sleeping,
			items: cards.filter((card) => card.stage === stage).map((card) => presentSupportCase(context, card)),
		})),
	};
}
