import { type RawBuilder, sql } from "kysely";
import type { ListQuery } from "#contract/primitives.ts";
import type { Context } from "./caller.ts";
import { and, conditionsOf, keptTotal, type ListDefinition, readFilter } from "./list.ts";
import { decodeCursor, encodeCursor, orderBy, parseSort, runsAfter, type SortKey } from "./list-sort.ts";
import { invalid } from "./refusal.ts";

/** What was asked of a list, read and checked. */
type Asked = {
	list: ListDefinition;
	context: Context;
	conditions: RawBuilder<boolean>[];
	/** Words are searched: what they find is not in the order of any index. */
	isSearched: boolean;
	sort: string;
	keys: SortKey[];
	limit: number;
	offset: number;
	after: string | undefined;
};

function readQuestion(context: Context, list: ListDefinition, { q, filter, sort = list.defaultSort, limit = 50, offset, after }: ListQuery): Asked {
	if (after !== undefined && offset !== undefined) throw invalid("query.after", "after-or-offset");
	const conditions = conditionsOf(list, context, { q, filter: readFilter(filter, list.fields) });
	const keys = parseSort(sort, list.fields).map((key) => ({
		...key,
		column: list.column(key.field, context),
		type: list.fields[key.field]?.type ?? "text",
		neverNull: list.neverNull.includes(key.field),
	}));
	return { list, context, conditions, isSearched: Boolean(q) && after === undefined, sort, keys, limit, offset: offset ?? 0, after };
}

const sortColumn = (index: number) => `sort_${index}`;

const placesOf = ({ list, keys }: Asked) =>
	sql.join([...keys.map(({ column }, index) => sql`${column} as ${sql.ref(sortColumn(index))}`), sql`${list.id} as sort_id`]);

/** What a search finds, once for the page and its total: both need all of it. */
const matchesOf = (asked: Asked) =>
	asked.isSearched ? sql`matched as materialized (select ${placesOf(asked)} from ${asked.list.from} where ${and(asked.conditions)}), ` : sql``;

/** The page by its ids alone, in order, with the values they are sorted by. One row more than asked says whether anything follows. */
function idsOf(asked: Asked) {
	const { list, conditions, isSearched, sort, keys, limit, offset, after } = asked;
	if (isSearched) {
		const order = orderBy(
			keys.map((key, index) => ({ ...key, column: sql.ref(sortColumn(index)) })),
			sql.ref("sort_id"),
		);
		return sql`select 0 as sort_run, row_number() over () as sort_place, found.* from (select * from matched order by ${order} limit ${limit + 1} offset ${offset}) found`;
	}
	const places = placesOf(asked);
	const runs = after === undefined ? [conditions] : runsAfter(keys, list.id, decodeCursor(after, sort, keys)).map((beyond) => [...conditions, beyond]);
	const read = (run: RawBuilder<boolean>[], order: number) => sql`select ${order}::int as sort_run, row_number() over () as sort_place, found.* from (
		select ${places} from ${list.from} where ${and(run)} order by ${orderBy(keys, list.id)} limit ${limit + 1} offset ${offset}) found`;
	return sql`select * from (${sql.join(runs.map(read), sql` union all `)}) runs order by sort_run, sort_place limit ${limit + 1}`;
}

/** Always exact, seldom counted: a region keeps the number of its rows, and a page that reaches the end of the list has just counted them. */
function totalOf({ list, context, conditions: [_scope, ...narrowing], conditions, isSearched, limit, offset, after }: Asked) {
	if (isSearched) return sql`select count(*) from matched`;
	const total = narrowing.length === 0 && list.counted ? keptTotal(list, context) : sql`(select count(*) from ${list.from} where ${and(conditions)})`;
	if (after !== undefined) return total;
	// Past the end, an empty page knows nothing.
	return sql`case when (select count(*) from page) between ${offset === 0 ? 0 : 1} and ${limit} then ${offset} + (select count(*) from page) else ${total} end`;
}

/** The rows of those ids: what an offset jumps over is never drawn. Without the « limit 1 », a page of 250 has the planner read the whole table. */
const rowsOf = ({ list, context }: Asked) => sql`select ${list.select(context)} from ${list.from} where ${list.id} = page.sort_id limit 1`;

/** One page and the total, in one statement. `next` is the cursor of what follows, null at the end. */
export async function readPage<Row extends Record<string, unknown>>(
	context: Context,
	list: ListDefinition,
	query: ListQuery,
): Promise<{ rows: Row[]; total: number; next: string | null }> {
	const asked = readQuestion(context, list, query);
	// The total is there even when no row is.
	const { rows: read } = await sql<Row & { sort_id: string | null; sort_total: number }>`
		with ${matchesOf(asked)}page as materialized (${idsOf(asked)}), counted as (select (${totalOf(asked)})::int as sort_total)
		select * from counted left join (page cross join lateral (${rowsOf(asked)}) drawn) on true order by sort_run, sort_place`.execute(context.db);
	const found = read.filter((row) => row.sort_id !== null);
	const rows = found.slice(0, asked.limit);
	const last = found.length > asked.limit ? rows.at(-1) : undefined;
	const valuesOf = (row: Row) => asked.keys.map((_, index) => row[sortColumn(index)]);
	return { rows, total: read[0]?.sort_total ?? 0, next: last ? encodeCursor(asked.sort, valuesOf(last), String(last.sort_id)) : null };
}
