import { sql } from "kysely";
import type * as z from "zod/mini";
import { getImmigrationDelays, type immigrationDelays } from "#contract/immigration-lines.ts";
import { immigrationPaths, immigrationSteps, stepsOfPath } from "#contract/immigration-steps.ts";
import { implement } from "../implement.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { snakeName } from "../presenting.ts";
import { immigrationLineList } from "./immigration-line-list.ts";

type Delay = z.output<typeof immigrationDelays>["items"][number];

export const immigrationDelayRoutes = [
	implement(getImmigrationDelays, async (context, { query }) => {
		const where = and(conditionsOf(immigrationLineList, context, { q: query?.q, filter: readFilter(query?.filter, immigrationLineList.fields) }));
		// Each day with the step it says; the step before is the last one that is known.
		const days = sql.join(immigrationSteps.map((step, place) => sql`(${step}::text, ${place}::int, ${sql.ref(`l.${snakeName(step)}`)})`));
		const { rows } = await sql<Delay>`
			with steps as (
				select l.path, d.step as to, lag(d.step) over line as from, d.day - lag(d.day) over line as days
				from ${immigrationLineList.from} cross join lateral (values ${days}) d (step, place, day)
				where ${where} and d.day is not null window line as (partition by l.id order by d.place))
			select path, "from", "to", count(*)::int as lines, percentile_cont(0.5) within group (order by days)::float as median, percentile_cont(0.9) within group (order by days)::float as p90
			from steps where days is not null group by 1, 2, 3`.execute(context.db);
		const placeOf = ({ path, from, to }: Delay) => {
			const own = (immigrationPaths as readonly string[]).indexOf(path);
			const steps = own < 0 ? immigrationSteps : stepsOfPath[immigrationPaths[own] as (typeof immigrationPaths)[number]];
			return own * 10_000 + steps.indexOf(to) * 100 + steps.indexOf(from);
		};
		return { items: rows.sort((a, b) => placeOf(a) - placeOf(b)) };
	}),
];
