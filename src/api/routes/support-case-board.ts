import { type RawBuilder, sql } from "kysely";
import { cardsShown, closedShownDays, mostCardsShown } from "#contract/case-board.ts";
import type { Board, BoardColumn } from "#contract/support-cases.ts";
import type { Context } from "../caller.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";

type Query = { q?: string; filter?: string; limit?: number; more?: string; lanes?: "advisor" | "servicePoint" };
type Counted = { stage: string; lane: string | null; total: number; open_posts: number; sleeping: number };
type Card = Record<string, unknown> & { stage: string; lane: string | null };

/** How many cards a column shows: what is asked of all, or more of some. */
function shownOf({ limit = cardsShown, more }: Query): RawBuilder<number> {
	const asked = Object.fromEntries((more ?? "").split(",").flatMap((part) => (part ? [part.split(":") as [string, string]] : [])));
	return sql<number>`least(coalesce((${JSON.stringify(asked)}::jsonb ->> t.code)::int, ${limit}::int), ${mostCardsShown}::int)`;
}

const lanes = { advisor: "advisorId", servicePoint: "servicePointId" } as const;

/**
 * Two statements: the counts of whole columns (of whole cells, when there are lanes), and the first cards of each read from its own end of the index.
 * The latest to enter a stage come first. An employer that is archived is no longer on the board.
 */
export async function readBoard(context: Context, query: Query): Promise<Board> {
	const { db, today } = context;
	const { from, column, select, id } = supportCaseList;
	const lane = query.lanes ? sql`(${column(lanes[query.lanes], context)})::text` : sql`null::text`;
	// The few that are archived, from their own index: the summary of the others is not opened to be counted.
	const archived = sql`select a.employer_id from employer_summary a where a.region_code = ${context.caller.regionCode} and a.archived_on is not null`;
	const where = and([
		...conditionsOf(supportCaseList, context, { q: query.q, filter: readFilter(query.filter, supportCaseList.fields) }),
		sql<boolean>`(c.closed_on is null or (c.closed_on >= ${today}::date - ${closedShownDays}::int and c.employer_id not in (${archived})))`,
	]);
	const { rows: counted } = await sql<Counted>`
		select t.code as stage, n.lane, coalesce(n.total, 0) as total, coalesce(n.open_posts, 0) as open_posts, coalesce(n.sleeping, 0) as sleeping
		from case_stage t left join (
			select c.stage, ${lane} as lane, count(*)::int as total, sum(c.open_posts)::int as open_posts, (count(*) filter (where ${column("sleeping", context)}))::int as sleeping
			from ${from} where ${where} group by 1, 2
		) n on n.stage = t.code order by t.position`.execute(db);
	const cell = query.lanes
		? sql`select * from (select ${select(context)}, ${lane} as lane, row_number() over (partition by ${lane} order by c.stage_entered_on desc, ${id} desc) as place from ${from} where c.stage = t.code and ${where}) cells where place <= ${shownOf(query)}`
		: sql`select ${select(context)}, null::text as lane from ${from} where c.stage = t.code and ${where} order by c.stage_entered_on desc, ${id} desc limit ${shownOf(query)}`;
	const { rows: cards } = await sql<Card>`
		select card.* from case_stage t cross join lateral (${cell}) card order by t.position, card.stage_entered_on desc, card.id desc`.execute(db);
	const stages = [...new Set(counted.map(({ stage }) => stage))];
	const columnsOf = (within: Counted[], shown: Card[]): BoardColumn[] =>
		stages.map((stage) => {
			const cells = within.filter((one) => one.stage === stage);
			const sum = (of: "total" | "open_posts" | "sleeping") => cells.reduce((total, one) => total + one[of], 0);
			return {
				stage,
				total: sum("total"),
				openPosts: sum("open_posts"),
				sleeping: sum("sleeping"),
				items: shown.filter((card) => card.stage === stage).map(({ lane: _lane, place: _place, ...card }) => presentSupportCase(context, card)),
			};
		});
	if (!query.lanes) return { columns: columnsOf(counted, cards) };
	const ids = [...new Set(counted.filter(({ total }) => total > 0).map((one) => one.lane))];
	return {
		columns: columnsOf(counted, []),
		lanes: (await inOrderOfNames(context, query.lanes, ids)).map((laneId) => {
			const of = <T extends { lane: string | null }>(rows: T[]) => rows.filter((row) => row.lane === laneId);
			const columns = columnsOf(of(counted), of(cards));
			return {
				id: laneId,
				total: columns.reduce((sum, { total }) => sum + total, 0),
				openPosts: columns.reduce((sum, { openPosts }) => sum + openPosts, 0),
				columns,
			};
		}),
	};
}

/** By name; the cases of nobody come last. */
async function inOrderOfNames({ db }: Context, by: "advisor" | "servicePoint", ids: (string | null)[]): Promise<(string | null)[]> {
	const named = ids.filter((id) => id !== null);
	if (named.length === 0) return ids;
	const rows = await db
		.selectFrom(by === "advisor" ? "person" : "service_point")
		.select("id")
		.where("id", "in", named)
		.orderBy(sql`name collate "und-x-icu"`)
		.execute();
	return [...rows.map(({ id }) => id), ...ids.filter((id) => id === null || !rows.some((row) => row.id === id))];
}
