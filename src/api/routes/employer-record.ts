import { sql } from "kysely";
import type { Employer } from "#contract/employers.ts";
import type { Context } from "../caller.ts";
import { camelRow, mustFind } from "../presenting.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { employerColumns } from "./employer-list.ts";

/** Of an archived employer, its return alone may be written. */
const rightsOn = (isTheirs: boolean, isArchived: boolean) => ({
	update: isTheirs && !isArchived,
	archive: isTheirs && !isArchived,
	unarchive: isTheirs && isArchived,
});

/** The employers of these ids that the region has, each with its establishments and contacts, in one statement. */
export async function readEmployers({ db, caller }: Context, ids: readonly string[]): Promise<Employer[]> {
	const { rows } = await sql<Record<string, unknown>>`
		select ${employerColumns}, phone, website, activity, created_on, archive_reason, archived_by, portal_uses, last_mission, version,
			json_build_object('labourNeeds', (select count(*) from labour_need n where n.employer_id = s.employer_id), 'supportCases', (select count(*) from support_case c where c.employer_id = s.employer_id),
				'visits', (select count(*) from visit_employer v where v.employer_id = s.employer_id), 'toolUses', (select count(*) from tool_use t where t.employer_id = s.employer_id),
				'followUps', (select count(*) from follow_up f where f.employer_id = s.employer_id and f.done_on is null)) as counts,
			(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'municipalityCode', t.municipality_code, 'municipalityName', m.name, 'mrcCode', m.mrc_code, 'address', t.address,
				'postalCode', t.postal_code, 'isMain', t.is_main, 'version', t.version) order by t.is_main desc, m.name), '[]'::json)
				from establishment t join municipality m on m.code = t.municipality_code where t.employer_id = s.employer_id) as establishments,
			(select coalesce(json_agg(json_build_object('id', k.id, 'employerId', k.employer_id, 'name', k.name, 'jobTitle', k.job_title, 'phone', k.phone, 'phoneExtension', k.phone_extension,
				'email', k.email, 'isPrimary', k.is_primary, 'version', k.version) order by k.is_primary desc, k.name collate "und-x-icu"), '[]'::json)
				from contact k where k.employer_id = s.employer_id) as contacts
		from employer_summary s join lateral (select phone, website, activity, created_on, archive_reason, archived_by, version from employer e where e.id = s.employer_id) e on true
		where employer_id = any(${`{${ids.join(",")}}`}::uuid[]) and region_code = ${caller.regionCode} order by employer_id`.execute(db);
	return rows.map((row) => ({
		...camelRow<Omit<Employer, "can">>(row),
		can: rightsOn(canWriteEmployer(caller, { regionCode: caller.regionCode, advisorId: row.advisor_id as string | null }), row.archived_on !== null),
	}));
}

export const readEmployer = async (context: Context, id: string): Promise<Employer> => mustFind((await readEmployers(context, [id]))[0]);
