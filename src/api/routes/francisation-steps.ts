import { sql } from "kysely";
import type { Context } from "../caller.ts";

/** The steps of francisation known of some employers, held until the end of the request: two people may be saying the same one. */
export async function holdFrancisation({ db }: Pick<Context, "db">, employerIds: readonly string[]) {
	// In one order for all, so that nobody waits for somebody who waits.
	for (const id of [...new Set(employerIds)].sort()) await sql`select pg_advisory_xact_lock(hashtextextended('francisation ' || ${id}::text, 0))`.execute(db);
	return db
		.selectFrom("tool_use")
		.select(["id", "employer_id as employerId", "visit_id as visitId", "event", "occurred_on as occurredOn"])
		.where("employer_id", "in", [...employerIds])
		.where("tool", "=", "francisation")
		.execute();
}
