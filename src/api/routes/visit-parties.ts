import { sql } from "kysely";
import { atWork } from "../at-work.ts";
import type { Context } from "../caller.ts";
import { faultsOfPeople } from "../presenting.ts";
import { Refusal } from "../refusal.ts";

/**
 * Who is new among the parties of a visit: the employers with their main establishment and its territory, the advisers with their role and point of service.
 * These are frozen as they stand when written: a move or a transfer does not rewrite the past. Who was already there is left as it was.
 */
export async function findParties(
	{ db, caller, today }: Context,
	employerIds: string[],
	adviserIds: string[],
	before: { employerIds: string[]; adviserIds: string[] },
) {
	const newEmployers = employerIds.filter((id) => !before.employerIds.includes(id));
	const newAdvisers = adviserIds.filter((id) => !before.adviserIds.includes(id));
	const employers =
		newEmployers.length === 0
			? []
			: await db
					.selectFrom("employer as e")
					.leftJoin("establishment as s", (join) => join.onRef("s.employer_id", "=", "e.id").on("s.is_main", "=", true))
					.leftJoin("municipality as m", "m.code", "s.municipality_code")
					.select(["e.id", "s.id as establishment_id", "m.mrc_code"])
					.where("e.id", "in", newEmployers)
					.where("e.region_code", "=", caller.regionCode)
					.execute();
	const advisers =
		newAdvisers.length === 0
			? []
			: await db
					.selectFrom("person")
					.select(["id", "role", "service_point_id", atWork(today).as("at_work")])
					.where("id", "in", newAdvisers)
					.where("region_code", "=", caller.regionCode)
					.execute();
	const fields = [
		...employerIds.flatMap((id, index) =>
			newEmployers.includes(id) && !employers.some((one) => one.id === id) ? [{ path: `employerIds.${index}`, code: "unknown-reference" }] : [],
		),
		...faultsOfPeople(
			adviserIds.flatMap((value, index) => (newAdvisers.includes(value) ? [{ path: `adviserIds.${index}`, value }] : [])),
			advisers,
		),
	];
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
	return { employers, advisers };
}

export type Parties = Awaited<ReturnType<typeof findParties>>;

/** The order given is kept: the lines of the report belong to the first employer. */
export async function writeParties(
	{ db, caller }: Context,
	visitId: string,
	employerIds: string[],
	adviserIds: string[],
	{ employers, advisers }: Parties,
): Promise<void> {
	await db
		.deleteFrom("visit_employer")
		.where("visit_id", "=", visitId)
		.$if(employerIds.length > 0, (query) => query.where("employer_id", "not in", employerIds))
		.execute();
	await db.deleteFrom("visit_adviser").where("visit_id", "=", visitId).where("person_id", "not in", adviserIds).execute();
	// The advisers first: it is they who may write the rest.
	if (advisers.length > 0)
		await db
			.insertInto("visit_adviser")
			.values(
				advisers.map((adviser) => ({
					visit_id: visitId,
					person_id: adviser.id,
					region_code: caller.regionCode,
					role: adviser.role,
					service_point_id: adviser.service_point_id,
				})),
			)
			.execute();
	if (employers.length > 0)
		await db
			.insertInto("visit_employer")
			.values(
				employers.map((employer) => ({
					visit_id: visitId,
					employer_id: employer.id,
					establishment_id: employer.establishment_id,
					region_code: caller.regionCode,
					mrc_code: employer.mrc_code,
				})),
			)
			.execute();
	if (employerIds.length > 1)
		await sql`update visit_employer set position = array_position(${`{${employerIds.join(",")}}`}::uuid[], employer_id) where visit_id = ${visitId}`.execute(
			db,
		);
}
