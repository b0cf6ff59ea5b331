import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";

/** Who is here today: arrived, not gone, not disabled. One answer for who enters, who is given something to do and who is counted. `person` names the table in the statement. */
export const atWork = (today: LocalDate, person = "person"): RawBuilder<boolean> => {
	const column = (name: string) => sql.ref(`${person}.${name}`);
	return sql<boolean>`(${column("disabled_at")} is null and ${column("valid_from")} <= ${today}::date and (${column("valid_to")} is null or ${column("valid_to")} >= ${today}::date))`;
};
