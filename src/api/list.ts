import { type RawBuilder, sql } from "kysely";
import { type FieldSet, type Filter, FilterError, parseFilter } from "#contract/filter.ts";
import { fold } from "#contract/fold.ts";
import type { ListQuery } from "#contract/primitives.ts";
import type { Context } from "./caller.ts";
import { filterToSql, type ManyValues, withoutField } from "./list-filter.ts";
import { cursorCondition, decodeCursor, encodeCursor, orderBy, parseSort, type SortKey } from "./list-sort.ts";
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
};

const escapeLike = (word: string) => word.replace(/[\\%_]/g, "\\$&");

/** Every word must be somewhere in the folded text; a trigram index serves each. */
export function searchConditions(column: RawBuilder<string>, q: string | undefined): RawBuilder<boolean>[] {
	const words = fold(q ?? "").split(" ").filter(Boolean).slice(0, 8);
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

/** One page: two statements, rows and total, on the same conditions. `next` is the cursor of what follows, null at the end. */
export async function readPage<Row extends Record<string, unknown>>(context: Context, list: ListDefinition, query: ListQuery): Promise<{ rows: Row[]; total: number; next: string | null }> {
	if (query.after !== undefined && query.offset !== undefined) throw invalid("query.after", "after-or-offset");
	const limit = query.limit ?? 50;
	const conditions = conditionsOf(list, context, query);
	const sort = parseSort(query.sort ?? list.defaultSort, list.fields);
	const keys: SortKey[] = sort.map((key) => ({ ...key, column: list.column(key.field, context), type: list.fields[key.field]?.type ?? "text" }));
	const paged = query.after === undefined ? conditions : [...conditions, cursorCondition(keys, list.id, decodeCursor(query.after, query.sort ?? list.defaultSort, keys))];
	const cursorColumns = sql.join([...keys.map((key, index) => sql`${key.column} as ${sql.ref(`sort_${index}`)}`), sql`${list.id} as sort_id`]);
	const rows = await sql<Row & { sort_id: string }>`select ${list.select(context)}, ${cursorColumns} from ${list.from} where ${and(paged)} order by ${orderBy(keys, list.id)} limit ${limit + 1} offset ${query.offset ?? 0}`.execute(context.db);
	const more = rows.rows.length > limit;
	const kept = rows.rows.slice(0, limit);
	// A first page that holds everything has counted it already.
	const knownTotal = !more && query.after === undefined && (kept.length > 0 || !query.offset) ? (query.offset ?? 0) + kept.length : null;
	const total = knownTotal ?? Number((await sql<{ total: string }>`select count(*) as total from ${list.from} where ${and(conditions)}`.execute(context.db)).rows[0]?.total ?? 0);
	const last = kept.at(-1);
	return { rows: kept, total, next: more && last ? encodeCursor(query.sort ?? list.defaultSort, keys.map((_, index) => last[`sort_${index}`]), last.sort_id) : null };
}

/** Counts by value for each facet, with every filter but its own: one statement. */
export async function readFacets(context: Context, list: ListDefinition, query: { q?: string; filter?: string; fields: string }): Promise<Record<string, { value: string | null; count: number }[]>> {
	const names = query.fields.split(",");
	for (const name of names) if (!Object.hasOwn(list.fields, name) || !list.fields[name]?.facet) throw invalid("query.fields", "facet");
	const filter = readFilter(query.filter, list.fields);
	const parts = names.map((name) => {
		const column = list.column(name, context);
		const conditions = conditionsFor(list, context, query.q, filter ? withoutField(filter, name) : null);
		const many = list.many?.(name);
		// Joined, a row comes once per value: it is counted once for each.
		return many
			? sql`select ${name}::text as field, (${column})::text as value, count(distinct ${list.id}) as count from ${list.from} join ${many.table} on ${many.on} where ${and(conditions)} group by 2`
			: sql`select ${name}::text as field, (${column})::text as value, count(*) as count from ${list.from} where ${and(conditions)} group by 2`;
	});
	const { rows } = await sql<{ field: string; value: string | null; count: string }>`select * from (${sql.join(parts, sql` union all `)}) counted order by count desc, value`.execute(context.db);
	return Object.fromEntries(names.map((name) => [name, rows.filter((row) => row.field === name).map((row) => ({ value: row.value, count: Number(row.count) }))]));
}
