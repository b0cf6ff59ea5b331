import { type RawBuilder, sql } from "kysely";
import { type FieldSet, type Filter, FilterError, names, parseFilter } from "#contract/filter.ts";
import { fold } from "#contract/fold.ts";
import type { Context } from "./caller.ts";
import { filterToSql, type ManyValues } from "./list-filter.ts";
import { invalid } from "./refusal.ts";

/** One list, described once; page, total, cursor (list-page.ts), filter and facets (list-facets.ts) follow. SQL fragments are written here, never made of what was sent. */
export type ListDefinition = {
	fields: FieldSet;
	/** The SQL of a field, by name; `today` is given for what depends on the day. */
	column: (field: string, context: Context) => RawBuilder<unknown>;
	from: RawBuilder<unknown>;
	id: RawBuilder<unknown>;
	/** Always there: the caller's region. */
	scope: (context: Context) => RawBuilder<boolean>;
	/** Rows left out as long as the filter does not name a field: those of what is archived. */
	unlessNamed?: { field: string; shown: RawBuilder<boolean> };
	/** Fields with several values a row; their `column` is in the other table. */
	many?: (field: string) => ManyValues | undefined;
	/** A search finds employers: how a row is tied to those found. */
	searched?: (employers: RawBuilder<unknown>) => RawBuilder<boolean>;
	/** A list of something else says what its search reads. */
	found?: (patterns: string[]) => RawBuilder<boolean>;
	select: (context: Context) => RawBuilder<unknown>;
	defaultSort: string;
	/** Fields that no row lacks. */
	neverNull: readonly string[];
	/** What it reads is computed: it is found once, page and total are asked of that, and each row is drawn from `from` with the columns carried (`page.sort_…`). */
	computed?: { columns: Record<`sort_${string}`, RawBuilder<unknown>>; from: RawBuilder<unknown> };
	/** The table whose rows are those of the list, one for one: each region keeps their number (list_total). Without it, they are counted. */
	counted?: string;
};

export const escapeLike = (word: string) => word.replace(/[\\%_]/g, "\\$&");

/** Every word must be somewhere in the folded text; a trigram index serves each. */
export const searchPatterns = (q: string | undefined): string[] =>
	fold(q ?? "")
		.split(" ")
		.filter(Boolean)
		.slice(0, 8)
		.map((word) => `%${escapeLike(word)}%`);

export function readFilter(text: string | undefined, fields: FieldSet): Filter | null {
	if (!text) return null;
	try {
		return parseFilter(text, fields);
	} catch (error) {
		if (error instanceof FilterError) throw invalid("query.filter", error.code, { detail: error.detail });
		throw error;
	}
}

export const and = (conditions: RawBuilder<boolean>[]) => sql<boolean>`${sql.join(conditions, sql` and `)}`;

/** The rows of a list that nobody narrows: the region's, less what only a filter shows. */
export const wholeOf = (list: ListDefinition, context: Context): RawBuilder<boolean> =>
	list.unlessNamed ? and([list.scope(context), list.unlessNamed.shown]) : list.scope(context);

/** The scope, always the first; then the search and the filter, when there are any. `facet`: of what the values are counted. */
export function conditionsOf(
	list: ListDefinition,
	context: Context,
	{ q, filter, facet }: { q?: string | undefined; filter: Filter | null; facet?: string },
): RawBuilder<boolean>[] {
	const hidden = list.unlessNamed?.field;
	const scope = hidden !== undefined && (facet === hidden || (filter && names(filter, hidden))) ? list.scope(context) : wholeOf(list, context);
	const patterns = searchPatterns(q);
	// Found by a function that the policy of the rows does not slow down: under row security a LIKE is not let near the index.
	const within =
		patterns.length > 0 ? [list.found?.(patterns) ?? list.searched?.(sql`select search_employers(${patterns}::text[])`) ?? sql<boolean>`true`] : [];
	return [scope, ...within, ...(filter ? [filterToSql(filter, list.fields, (field) => list.column(field, context), list.many)] : [])];
}

/** The rows of the whole list, neither searched nor filtered: their number is kept by triggers, for counting 200,000 rows takes longer than drawing a page. */
export const keptTotal = (list: Pick<ListDefinition, "counted">, { caller }: Context) =>
	sql<number>`(select coalesce(sum(total), 0)::int from list_total where list = ${list.counted} and region_code = ${caller.regionCode})`;
