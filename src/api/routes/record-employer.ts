import type { Context } from "../caller.ts";
import { invalid } from "../refusal.ts";

/** The employer that a record sent names: unknown is said beside the field. Locked for share: it does not change hands while the record is written. */
export async function employerNamed({ db, caller }: Context, employerId: string) {
	const row = await db
		.selectFrom("employer")
		.select(["id", "region_code", "advisor_id"])
		.where("id", "=", employerId)
		.where("region_code", "=", caller.regionCode)
		.forShare()
		.executeTakeFirst();
	if (!row) throw invalid("employerId", "unknown-reference");
	return { regionCode: row.region_code, advisorId: row.advisor_id };
}

/** What is recorded today belongs to the episode under way, the latest if there are several. */
export async function openCaseOf({ db, caller }: Context, employerId: string): Promise<string | null> {
	const row = await db
		.selectFrom("support_case")
		.select("id")
		.where("employer_id", "=", employerId)
		.where("region_code", "=", caller.regionCode)
		.where("closed_on", "is", null)
		.orderBy("opened_on", "desc")
		.orderBy("id")
		.executeTakeFirst();
	return row?.id ?? null;
}

/** The same, of several. */
export async function openCasesOf({ db, caller }: Context, employerIds: readonly string[]): Promise<Map<string, string>> {
	if (employerIds.length === 0) return new Map();
	const rows = await db
		.selectFrom("support_case")
		.distinctOn("employer_id")
		.select(["employer_id", "id"])
		.where("employer_id", "in", employerIds)
		.where("region_code", "=", caller.regionCode)
		.where("closed_on", "is", null)
		.orderBy("employer_id")
		.orderBy("opened_on", "desc")
		.orderBy("id")
		.execute();
	return new Map(rows.map(({ employer_id, id }) => [employer_id, id]));
}
