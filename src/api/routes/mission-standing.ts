import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";

/** Domain §3.1: a hire is of the mission when it is accepted within 180 days of its end. */
export const hiresKeptDays = 180;

/** The last value of each measure of a registration known by a day; of the hires, by the day until which they are the mission's when its end is given. Columns: measure, value, known_on. */
export const standingValues = (registrationId: RawBuilder<unknown>, asOf: LocalDate, endsOn?: RawBuilder<unknown>) => sql`(
	select distinct on (x.measure) x.measure, x.value, x.known_on from mission_result x
	where x.registration_id = ${registrationId} and x.known_on <= ${asOf}::date ${endsOn ? sql`and (x.measure <> 'hires' or x.known_on <= ${endsOn} + ${sql.lit(hiresKeptDays)})` : sql``}
	order by x.measure, x.known_on desc)`;
