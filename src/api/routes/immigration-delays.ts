import { sql } from "kysely";
import { getImmigrationDelays, type ImmigrationDelays } from "#contract/immigration-lines.ts";
import { immigrationPaths, immigrationSteps } from "#contract/immigration-steps.ts";
import { implement } from "../implement.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { snakeName } from "../presenting.ts";
import { immigrationLineList } from "./immigration-line-list.ts";

export const immigrationDelayRoutes = [
	implement(getImmigrationDelays, async (context, { query }) => {
		const where = and(conditionsOf(immigrationLineList, context, { q: query?.q, filter: readFilter(query?.filter, immigrationLineList.fields) }));
		// Each day with the step it says; the step before is the last one that is known. The steps of every path come in one order.
		const days = sql.join(immigrationSteps.map((step, place) => sql`(${step}::text, ${place}::int, ${sql.ref(`l.${snakeName(step)}`)})`));
		const { rows } = await sql<ImmigrationDelays["items"][number]>`
			with steps as (
				select l.path, d.step as to, d.place, lag(d.step) over line as from, lag(d.place) over line as since, d.day - lag(d.day) over line as days
				from ${immigrationLineList.from} cross join lateral (values ${days}) d (step, place, day)
				where ${where} and d.day is not null window line as (partition by l.id order by d.place))
			select path, "from", "to", count(*)::int as lines, percentile_cont(0.5) within group (order by days)::float as median, percentile_cont(0.9) within group (order by days)::float as p90
			from steps where days is not null group by path, "from", "to", place, since
			order by array_position(${[...immigrationPaths]}::text[], path), path, place, since`.execute(context.db);
		return { items: rows };
	}),
];
