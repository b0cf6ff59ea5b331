import { type RawBuilder, sql } from "kysely";
import type { ListQuery } from "#contract/primitives.ts";
import type { Context } from "./caller.ts";
import { and, conditionsOf, keptTotal, type ListDefinition, readFilter, searchPatterns } from "./list.ts";
import { decodeCursor, encodeCursor, orderBy, parseSort, runsAfter, type SortKey } from "./list-sort.ts";
import { invalid } from "./refusal.ts";

/** What was asked of a list, read and checked. */
type Asked = {
	list: ListDefinition;
	context: Context;
	conditions: RawBuilder<boolean>[];
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
	return { list, context, conditions, sort, keys, limit, offset: offset ?? 0, after };
}

const sortColumn = (index: number) => `sort_${index}`;

const placesOf = ({ list, keys }: Asked) =>
	sql.join([
		...keys.map(({ column }, index) => sql`${column} as ${sql.ref(sortColumn(index))}`),
		...Object.entries(list.computed?.columns ?? {}).map(([name, column]) => sql`${column} as ${sql.ref(name)}`),
		sql`${list.id} as sort_id`,
	]);

/**
 * What a search finds, or what is computed, is in the order of no index, and its page and its total both need all of it: it is looked for once, and
 * both are then asked of what was found, as of a list of its own.
 */
function foundOnce(asked: Asked): { matched: RawBuilder<unknown>; within: Asked } {
	const { list, conditions, keys } = asked;
	const { counted: _kept, computed, ...uncounted } = list;
	const carried = Object.fromEntries(Object.keys(computed?.columns ?? {}).map((name) => [name, sql.ref(name)]));
	return {
		matched: sql`matched as materialized (select ${placesOf(asked)} from ${list.from} where ${and(conditions)}), `,
		within: {
			...asked,
			list: { ...uncounted, from: sql`matched`, id: sql.ref("sort_id"), ...(computed ? { computed: { ...computed, columns: carried } } : {}) },
			keys: keys.map((key, index) => ({ ...key, column: sql.ref(sortColumn(index)) })),
			conditions: [sql<boolean>`true`],
		},
	};
}

/** The page by its ids alone, in order, with the values they are sorted by. One row more than asked says whether anything follows. */
function idsOf(asked: Asked) {
	const { list, conditions, sort, keys, limit, offset, after } = asked;
	const runs = after === undefined ? [conditions] : runsAfter(keys, list.id, decodeCursor(after, sort, keys)).map((beyond) => [...conditions, beyond]);
	const read = (run: RawBuilder<boolean>[], order: number) => sql`select ${order}::int as sort_run, row_number() over () as sort_place, found.* from (
		select ${placesOf(asked)} from ${list.from} where ${and(run)} order by ${orderBy(keys, list.id)} limit ${limit + 1} offset ${offset}) found`;
	return sql`select * from (${sql.join(runs.map(read), sql` union all `)}) runs order by sort_run, sort_place limit ${limit + 1}`;
}

/** Always exact, seldom counted: a region keeps the number of its rows, and a page that reaches the end of the list has just counted them. */
function totalOf({ list, context, conditions: [_scope, ...narrowing], conditions, limit, offset, after }: Asked) {
	const total = narrowing.length === 0 && list.counted ? keptTotal(list, context) : sql`(select count(*) from ${list.from} where ${and(conditions)})`;
	if (after !== undefined) return total;
	// Past the end, an empty page knows nothing.
	return sql`case when (select count(*) from page) between ${offset === 0 ? 0 : 1} and ${limit} then ${offset} + (select count(*) from page) else ${total} end`;
}

/** The rows of those ids: what an offset jumps over is never drawn. Without the « limit 1 », a page of 250 has the planner read the whole table. */
const rowsOf = ({ list, context }: Asked) =>
	sql`select ${list.select(context)} from ${list.computed?.from ?? list.from} where ${list.id} = page.sort_id limit 1`;

/** One page and the total, in one statement. `next` is the cursor of what follows, null at the end. */
export async function readPage<Row extends Record<string, unknown>>(
	context: Context,
	list: ListDefinition,
	query: ListQuery,
): Promise<{ rows: Row[]; total: number; next: string | null }> {
	const asked = readQuestion(context, list, query);
	const { matched, within } = list.computed || searchPatterns(query.q).length > 0 ? foundOnce(asked) : { matched: sql``, within: asked };
	// The total is there even when no row is.
	const { rows: read } = await sql<Row & { sort_id: string | null; sort_total: number }>`
		with ${matched}page as materialized (${idsOf(within)}), counted as (select (${totalOf(within)})::int as sort_total)
		select * from counted left join (page cross join lateral (${rowsOf(asked)}) drawn) on true order by sort_run, sort_place`.execute(context.db);
	const found = read.filter((row) => row.sort_id !== null);
	const rows = found.slice(0, asked.limit);
	const last = found.length > asked.limit ? rows.at(-1) : undefined;
	const valuesOf = (row: Row) => asked.keys.map((_, index) => row[sortColumn(index)]);
	return { rows, total: read[0]?.sort_total ?? 0, next: last ? encodeCursor(asked.sort, valuesOf(last), String(last.sort_id)) : null };
}
