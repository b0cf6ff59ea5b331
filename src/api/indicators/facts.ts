import { type RawBuilder, sql } from "kysely";
import type { IndicatorDimension } from "#contract/indicators.ts";
import type { Counted, Question } from "./indicator.ts";

/** The facts of an indicator with some of its dimensions beside: what every reading of it starts from. */
export function factsWith(indicator: Counted, question: Question, names: readonly IndicatorDimension[]) {
	const { from, where: range, filter, key, amount, isOnce = indicator.reduction !== "countDistinct" } = indicator.facts(question, names);
	const known = indicator.dimensions(question, names);
	const dimensions = names.map((name) => {
		const found = known[name];
		if (!found) throw new Error(`${indicator.id} has no dimension ${name}`);
		return found;
	});
	// Two dimensions of one table are joined once.
	const joins = [...new Set(dimensions.flatMap(({ join = [] }) => join))];
	return {
		source: joins.length === 0 ? from : sql`${from} ${sql.join(joins, sql` `)}`,
		range,
		filter,
		where: filter ? sql<boolean>`${range} and ${filter}` : range,
		key,
		amount: amount ?? sql`null::int`,
		dimensions,
		columns: dimensions.map(({ column }) => column),
		/** Each record comes once. */
		isOnce: isOnce && !dimensions.some(({ isMany }) => isMany),
	};
}

const reduced: Record<Counted["reduction"], (amount: RawBuilder<unknown>) => RawBuilder<unknown>> = {
	count: () => sql`count(*)`,
	countDistinct: () => sql`count(*)`,
	sum: (amount) => sql`coalesce(sum(${amount}), 0)`,
	median: (amount) => sql`percentile_cont(0.5) within group (order by ${amount})`,
	p90: (amount) => sql`percentile_cont(0.9) within group (order by ${amount})`,
};

/** The number, or one number for each value of its dimensions: `key_0`, `key_1`, `value`. A record counts once in each. */
export function valuesOf(indicator: Counted, question: Question, by: readonly IndicatorDimension[], within?: RawBuilder<boolean>): RawBuilder<unknown> {
	const { source, where, key, amount, columns, isOnce } = factsWith(indicator, question, by);
	const keys = [0, 1].map((at) => sql`(${columns[at] ?? sql`null`})::text as ${sql.ref(`key_${at}`)}`);
	// Facts that repeat a record, or that a dimension repeats, are told once.
	const once = isOnce ? sql`` : sql`distinct`;
	const conditions = within ? sql<boolean>`${where} and ${within}` : where;
	const facts = sql`select ${once} ${key} as key, ${sql.join(keys)}, ${amount} as amount from ${source} where ${conditions}`;
	const value = sql`(${reduced[indicator.reduction](sql.ref("amount"))})::float8 as value`;
	// Without a dimension there is one number, even of nothing.
	return by.length === 0
		? sql`select null as key_0, null as key_1, ${value} from (${facts}) facts`
		: sql`select key_0, key_1, ${value} from (${facts}) facts group by 1, 2`;
}
