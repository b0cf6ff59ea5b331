import { type RawBuilder, sql } from "kysely";
import { getImmigrationDelays, type ImmigrationDelays } from "#contract/immigration-lines.ts";
import { type ImmigrationStep, immigrationPaths, immigrationSteps } from "#contract/immigration-steps.ts";
import { implement } from "../implement.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { snakeName } from "../presenting.ts";
import { immigrationLineList } from "./immigration-line-list.ts";

const day = (step: ImmigrationStep) => sql.ref(`l.${snakeName(step)}`);
const steps = sql`array[${sql.join(immigrationSteps.map((step) => sql.lit(step)))}]::text[]`;

/** Of the lines that say a step: the place of the last step that is known before it, and the days between them. The accepted offer is always known. */
function arm(to: ImmigrationStep, place: number) {
	const before = immigrationSteps.slice(0, place).toReversed();
	const since = sql.join(
		before.map((step, back) => sql`when ${day(step)} is not null then ${sql.lit(place - 1 - back)}`),
		sql` `,
	);
	return sql`select l.path, ${sql.lit(place)} as place, case ${since} end as since, ${day(to)} - coalesce(${sql.join(before.map(day))}) as days from kept l where ${day(to)} is not null`;
}

/** The value at a share of the lines, between two of them as percentile_cont says it, of days counted: `upto` lines are at most so many days. */
const at = (share: number) => {
	const rank = sql`(${sql.lit(share)}::float * (total - 1))`;
	const nth = (place: RawBuilder<unknown>) => sql`min(days) filter (where upto > ${place})`;
	const [low, high] = [nth(sql`floor(${rank})`), nth(sql`ceil(${rank})`)];
	return sql<number>`(${low} + (${high} - ${low}) * (${rank} - floor(${rank})))::float`;
};

export const immigrationDelayRoutes = [
	implement(getImmigrationDelays, async (context, { query }) => {
		const where = and(conditionsOf(immigrationLineList, context, { q: query?.q, filter: readFilter(query?.filter, immigrationLineList.fields) }));
		// A branch for each step, and no window over every line: of 50,000, nothing is sorted. Counted by days first, the median is of a few hundred rows.
		const arms = immigrationSteps.flatMap((to, place) => (place === 0 ? [] : [arm(to, place)]));
		const { rows } = await sql<ImmigrationDelays["items"][number]>`
			with kept as materialized (select l.path, ${sql.join(immigrationSteps.map(day))} from ${immigrationLineList.from} where ${where}),
			spans as (select path, place, since, days, count(*)::int as lines from (${sql.join(arms, sql` union all `)}) arm group by path, place, since, days),
			ranked as (select *, sum(lines) over delay as total, sum(lines) over (delay order by days) as upto from spans window delay as (partition by path, place, since))
			select path, (${steps})[since + 1] as "from", (${steps})[place + 1] as "to", total::int as lines, ${at(0.5)} as median, ${at(0.9)} as p90
			from ranked group by path, place, since, total
			order by array_position(${[...immigrationPaths]}::text[], path), path, place, since`.execute(context.db);
		return { items: rows };
	}),
];
