import { sql } from "kysely";
import type { FieldSet } from "#contract/filter.ts";
import { type IndicatorDimension, type IndicatorRow, indicatorDimensions, indicatorRowFields } from "#contract/indicators.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow } from "../presenting.ts";
import { factsWith } from "./facts.ts";
import type { Counted, Question } from "./indicator.ts";
import { rowKinds } from "./row-kinds.ts";

/** A figure whose facts are one a record: a stage or a number of days then belongs to the row. */
const isOneEach = ({ reduction }: Counted) => reduction !== "countDistinct";

/** The records that a figure counts, as any other list: page, total, cursor, filter by its dimensions, facets. */
export function rowsOf(indicator: Counted, question: Question): ListDefinition {
	const kind = rowKinds[indicator.rowsAre];
	const dimensions = indicator.dimensions(question, []);
	const hasAmount = indicator.facts(question, []).amount !== undefined;
	const names = Object.keys(dimensions) as IndicatorDimension[];
	const fields: FieldSet = {
		title: indicatorRowFields.title,
		on: indicatorRowFields.on,
		...(hasAmount ? { amount: indicatorRowFields.amount } : {}),
		...Object.fromEntries(names.map((name) => [name, indicatorDimensions[name]])),
	};
	const staged = isOneEach(indicator) && dimensions.stage ? (["stage"] as const) : [];
	const own = factsWith(indicator, question, staged);
	const fact = sql`(select ${own.isOnce ? sql`` : sql`distinct`} ${own.key} as key, ${isOneEach(indicator) ? own.amount : sql`null::int`} as amount, ${own.columns[0] ?? sql`null`}::text as stage
		from ${own.source} where ${own.where}) f`;
	const columns: Record<string, typeof kind.title> = { title: kind.title, on: kind.on, amount: sql`f.amount` };
	return {
		fields,
		column: (field) => columns[field] ?? sql`d.value`,
		// A record may have several values of a dimension: two territories served, a team of three.
		many: (field) => {
			if (columns[field]) return undefined;
			const {
				source,
				where,
				key,
				columns: [value],
			} = factsWith(indicator, question, [field as IndicatorDimension]);
			return { table: sql`(select ${key} as key, ${value} as value from ${source} where ${where}) d`, on: sql<boolean>`d.key = ${kind.id}` };
		},
		from: sql`${kind.from} join ${fact} on f.key = ${kind.id}`,
		id: kind.id,
		scope: () => sql<boolean>`true`,
		...(kind.searched ? { searched: kind.searched } : { found: (patterns) => sql<boolean>`fold(${kind.title}) like all(${patterns}::text[])` }),
		select: ({ language }) => sql`${kind.id} as id, ${kind.title} as title, ${kind.on} as "on", page.sort_amount::int as amount, ${kind.select(language)}`,
		computed: { columns: { sort_amount: sql`f.amount`, sort_stage: sql`f.stage` }, from: kind.from },
		defaultSort: kind.sort,
		neverNull: ["title"],
	};
}

export const presentRow = ({ rowsAre }: Counted, row: Record<string, unknown>): IndicatorRow => ({
	...camelRow<Omit<IndicatorRow, "kind">>(row),
	kind: rowsAre,
});
