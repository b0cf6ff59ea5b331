import { type RawBuilder, sql } from "kysely";
import { type FieldSet, type Filter, FilterError, parseFilter } from "#contract/filter.ts";
import { fold } from "#contract/fold.ts";
import type { ListQuery } from "#contract/primitives.ts";
import type { Context } from "./caller.ts";
import { filterToSql, type ManyValues, withoutField } from "./list-filter.ts";
import { decodeCursor, encodeCursor, orderBy, parseSort, runsAfter, type SortKey } from "./list-sort.ts";
import { invalid } from "./refusal.ts";

/** One list, described once; page, total, cursor, filter and facets follow. SQL fragments are written here, never made of what was sent. */
export type ListDefinition = {
	fields: FieldSet;
	/** The SQL of a field, by name; `today` is given for what depends on the day. */
	column: (field: string, context: Context) => RawBuilder<unknown>;
	from: RawBuilder<unknown>;
	id: RawBuilder<unknown>;
	/** Always there: the caller's region. */
	scope: (context: Context) => RawBuilder<boolean>;
	/** Fields with several values a row; their `column` is in the other table. */
	many?: (field: string) => ManyValues | undefined;
	/** The folded text that a search runs on. */
	search: RawBuilder<string>;
	/** Where that text stands, when it is not in `from`: receives the conditions on `search`. */
	searchWithin?: (conditions: RawBuilder<boolean>, context: Context) => RawBuilder<boolean>;
	select: (context: Context) => RawBuilder<unknown>;
	defaultSort: string;
	/** Fields that no row lacks. */
	neverNull: readonly string[];
	/** The table whose rows are those of the list, one for one: each region keeps their number (list_total). */
	counted: string;
};

const escapeLike = (word: string) => word.replace(/[\\%_]/g, "\\$&");

/** Every word must be somewhere in the folded text; a trigram index serves each. */
export function searchConditions(column: RawBuilder<string>, q: string | undefined): RawBuilder<boolean>[] {
	const words = fold(q ?? "")
		.split(" ")
		.filter(Boolean)
		.slice(0, 8);
	return words.map((word) => sql<boolean>`${column} like ${`%${escapeLike(word)}%`}`);
}

export function readFilter(text: string | undefined, fields: FieldSet): Filter | null {
	if (!text) return null;
	try {
		return parseFilter(text, fields);
	} catch (error) {
		if (error instanceof FilterError) throw invalid("query.filter", error.code, { detail: error.detail });
		throw error;
	}
}

const and = (conditions: RawBuilder<boolean>[]) => sql<boolean>`${sql.join(conditions, sql` and `)}`;

function conditionsFor(list: ListDefinition, context: Context, q: string | undefined, filter: Filter | null): RawBuilder<boolean>[] {
	const search = searchConditions(list.search, q);
	const within = list.searchWithin && search.length > 0 ? [list.searchWithin(and(search), context)] : search;
	return [list.scope(context), ...within, ...(filter ? [filterToSql(filter, list.fields, (field) => list.column(field, context), list.many)] : [])];
}

export const conditionsOf = (list: ListDefinition, context: Context, query: { q?: string; filter?: string }): RawBuilder<boolean>[] =>
	conditionsFor(list, context, query.q, readFilter(query.filter, list.fields));

/** Neither filter nor search: the number is kept. Otherwise it is counted. */
const totalOf = (list: ListDefinition, { caller }: Context, conditions: RawBuilder<boolean>[]) =>
	conditions.length === 1
		? sql`select coalesce(sum(total), 0) from list_total where list = ${list.counted} and region_code = ${caller.regionCode}`
		: sql`select count(*) from ${list.from} where ${and(conditions)}`;

/**
 * One page and the total, in one statement. `next` is the cursor of what follows, null at the end.
 * The page is found by its ids alone, then drawn row by row: what an offset jumps over is never drawn. Without the « limit 1 », a page of 250 has the planner read the whole table. A page that holds everything has counted it already.
 */
export async function readPage<Row extends Record<string, unknown>>(
	context: Context,
	list: ListDefinition,
	query: ListQuery,
): Promise<{ rows: Row[]; total: number; next: string | null }> {
	if (query.after !== undefined && query.offset !== undefined) throw invalid("query.after", "after-or-offset");
	const limit = query.limit ?? 50;
	const offset = query.offset ?? 0;
	const conditions = conditionsOf(list, context, query);
	const sorted = query.sort ?? list.defaultSort;
	const keys: SortKey[] = parseSort(sorted, list.fields).map((key) => ({
		...key,
		column: list.column(key.field, context),
		type: list.fields[key.field]?.type ?? "text",
		neverNull: list.neverNull.includes(key.field),
	}));
	const places = sql.join([...keys.map((key, index) => sql`${key.column} as ${sql.ref(`sort_${index}`)}`), sql`${list.id} as sort_id`]);
	const run = (where: RawBuilder<boolean>[], order: number) => sql`select ${order}::int as sort_run, row_number() over () as sort_place, found.* from (
		select ${places} from ${list.from} where ${and(where)} order by ${orderBy(keys, list.id)} limit ${limit + 1} offset ${offset}) found`;
	const runs =
		query.after === undefined ? [conditions] : runsAfter(keys, list.id, decodeCursor(query.after, sorted, keys)).map((condition) => [...conditions, condition]);
	const knows = query.after === undefined ? sql`(select count(*) from page) between ${offset === 0 ? 0 : 1} and ${limit}` : sql`false`;
	const { rows: read } = await sql<Row & { sort_id: string | null; sort_total: number }>`
		with page as materialized (select * from (${sql.join(runs.map(run), sql` union all `)}) runs order by sort_run, sort_place limit ${limit + 1}),
		counted as (select (case when ${knows} then ${offset} + (select count(*) from page) else (${totalOf(list, context, conditions)}) end)::int as sort_total)
		select * from counted left join (page cross join lateral (select ${list.select(context)} from ${list.from} where ${list.id} = page.sort_id limit 1) drawn) on true order by sort_run, sort_place`.execute(
		context.db,
	);
	const rows = read.filter((row) => row.sort_id !== null);
	const kept = rows.slice(0, limit);
	const last = kept.at(-1);
	const next =
		rows.length > limit && last
			? encodeCursor(
					sorted,
					keys.map((_, index) => last[`sort_${index}`]),
					String(last.sort_id),
				)
			: null;
	return { rows: kept, total: read[0]?.sort_total ?? 0, next };
}

/** Facets of one value a row and of the same conditions: the rows are read once for all of them. */
function countsOf(list: ListDefinition, context: Context, names: string[], conditions: RawBuilder<boolean>[]): RawBuilder<unknown> {
	const values = names.map((_, index) => sql.ref(`value_${index}`));
	const ofItsOwn = (then: (index: number) => RawBuilder<unknown>) =>
		sql`case ${sql.join(
			values.map((value, index) => sql`when grouping(${value}) = 0 then ${then(index)}`),
			sql` `,
		)} end`;
	const columns = sql.join(names.map((name, index) => sql`${list.column(name, context)} as ${sql.ref(`value_${index}`)}`));
	const sets = sql.join(values.map((value) => sql`(${value})`));
	return sql`select ${ofItsOwn((index) => sql`${names[index]}::text`)} as field, ${ofItsOwn((index) => sql`(${values[index]})::text`)} as value, count(*) as count
		from (select ${columns} from ${list.from} where ${and(conditions)}) found group by grouping sets (${sets})`;
}

/** Counts by value for each facet, with every filter but its own: one statement. */
export async function readFacets(
	context: Context,
	list: ListDefinition,
	query: { q?: string; filter?: string; fields: string },
): Promise<Record<string, { value: string | null; count: number }[]>> {
	const names = [...new Set(query.fields.split(","))];
	for (const name of names) if (!Object.hasOwn(list.fields, name) || !list.fields[name]?.facet) throw invalid("query.fields", "facet");
	const filter = readFilter(query.filter, list.fields);
	const parts: RawBuilder<unknown>[] = [];
	const alike = new Map<string, { names: string[]; conditions: RawBuilder<boolean>[] }>();
	for (const name of names) {
		const rest = filter ? withoutField(filter, name) : null;
		const conditions = conditionsFor(list, context, query.q, rest);
		const many = list.many?.(name);
		if (many) {
			// Joined, a row comes once per value: it is counted once for each.
			parts.push(
				sql`select ${name}::text as field, (${list.column(name, context)})::text as value, count(distinct ${list.id}) as count from ${list.from} join ${many.table} on ${many.on} where ${and(conditions)} group by 2`,
			);
			continue;
		}
		const key = JSON.stringify(rest);
		alike.set(key, { names: [...(alike.get(key)?.names ?? []), name], conditions });
	}
	for (const group of alike.values()) parts.push(countsOf(list, context, group.names, group.conditions));
	const { rows } = await sql<{
		field: string;
		value: string | null;
		count: string;
	}>`select * from (${sql.join(parts, sql` union all `)}) counted order by count desc, value`.execute(context.db);
	return Object.fromEntries(
		names.map((name) => [name, rows.filter((row) => row.field === name).map((row) => ({ value: row.value, count: Number(row.count) }))]),
	);
}
