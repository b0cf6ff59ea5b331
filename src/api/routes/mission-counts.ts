import { type RawBuilder, sql } from "kysely";
import { resultMeasures } from "#contract/mission-measures.ts";
import type { MissionCounts } from "#contract/mission-results.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Context } from "../caller.ts";
import { hiresKeptDays } from "./mission-standing.ts";

/** Always a number: nobody in a mission is none. What nobody has said of results is not known. */
const counted = ["employers", "registered", "tookPart", "posts"] as const;

/**
 * Sums of the missions named, as known on a day: of the hires, those of its 180 days. Read of what is kept by mission, measure and day
 * (0035-missions-followed.sql): some dozens of rows a mission, however many employers it has. Alias: m.
 */
export async function readMissionCounts({ db, caller }: Context, of: RawBuilder<boolean>, asOf: LocalDate): Promise<Map<string, MissionCounts>> {
	const sumOf = (measure: string) => sql`sum(t.amount) filter (where t.measure = ${sql.lit(measure)})::int`;
	const sums = [
		...counted.map((measure) => sql`coalesce(${sumOf(measure)}, 0) as ${sql.ref(measure)}`),
		...resultMeasures.map((measure) => sql`${sumOf(measure)} as ${sql.ref(measure)}`),
	];
	const { rows } = await sql<Record<string, unknown> & { id: string }>`
		select m.id, ${sql.join(sums)}
		from mission m left join mission_tally t on t.mission_id = m.id and t.day <= case t.measure when 'hires' then least(${asOf}::date, m.ends_on + ${sql.lit(hiresKeptDays)}) else ${asOf}::date end
		where m.region_code = ${caller.regionCode} and ${of} group by m.id`.execute(db);
	return new Map(rows.map(({ id, ...counts }) => [id, counts as MissionCounts]));
}
