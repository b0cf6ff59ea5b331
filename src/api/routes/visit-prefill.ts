import { sql } from "kysely";
import type { VisitPrefill } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { mustFind } from "../presenting.ts";
import { type KnownEmployer, type PastReport, prefillFrom } from "../rules/visit-prefill.ts";

/** Reports read back: past those, what was said is to be asked again. */
const longestMemory = 12;

/** In one statement: the employer, and its last completed reports before the day. */
export async function readPrefill({ db, caller }: Context, asked: { employerId: string; before: string; except?: string | undefined }): Promise<VisitPrefill> {
	const { rows } = await sql<KnownEmployer & { past: PastReport[] }>`
		select e.created_on as "createdOn", e.activity, e.sector_code as "sectorCode", e.employee_count as "employeeCount", (
			select coalesce(json_agg(json_build_object('visitId', v.id, 'occurredOn', v.occurred_on, 'report', v.report) order by v.occurred_on desc, v.id), '[]'::json) from (
				select i.id, i.occurred_on, i.report from visit_employer p join visit i on i.id = p.visit_id
				where p.employer_id = e.id and i.region_code = ${caller.regionCode} and i.status = 'completed' and i.occurred_on <= ${asked.before}::date and i.id <> ${asked.except ?? asked.employerId}::uuid
				order by i.occurred_on desc, i.id limit ${longestMemory}) v) as past
		from employer e where e.id = ${asked.employerId} and e.region_code = ${caller.regionCode}`.execute(db);
	const { past, ...employer } = mustFind(rows[0]);
	return prefillFrom(past, employer);
}
