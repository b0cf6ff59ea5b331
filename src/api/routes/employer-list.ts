import { type RawBuilder, sql } from "kysely";
import { employerFields } from "#contract/employers.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";

/** none → no account; neverUsed → account, no search, contact or offer since; active → used in the last 90 days; dormant → used before. */
const portalState = (today: string) =>
	sql`case when portal_account_on is null then 'none' when portal_last_use_on is null then 'neverUsed' when portal_last_use_on >= ${today}::date - 90 then 'active' else 'dormant' end`;

const columns: Record<keyof typeof employerFields, (context: Context) => RawBuilder<unknown>> = {
	name: () => sql.ref("name"),
	mrcCode: () => sql.ref("mrc_code"),
	municipalityName: () => sql.ref("municipality_name"),
	sectorCode: () => sql.ref("sector_code"),
	employeeCount: () => sql.ref("employee_count"),
	advisorId: () => sql.ref("advisor_id"),
	stage: () => sql.ref("stage"),
	openPosts: () => sql.ref("open_posts"),
	lastVisitOn: () => sql.ref("last_visit_on"),
	nextStepOn: () => sql.ref("next_step_on"),
	portal: ({ today }) => portalState(today),
	portalAccountOn: () => sql.ref("portal_account_on"),
	portalLastUseOn: () => sql.ref("portal_last_use_on"),
	missionsJoined: () => sql.ref("missions_joined"),
	archived: () => sql`(archived_on is not null)`,
	archivedOn: () => sql.ref("archived_on"),
};

export const employerColumns = sql`employer_id as id, name, neq, mrc_code, municipality_name, sector_code, employee_count, advisor_id, stage, support_case_id, stage_entered_on,
	open_posts, open_needs, last_visit_on, next_step_on, next_step_title, portal_account_on, portal_last_use_on, missions_joined, archived_on`;

export const employerList: ListDefinition = {
	fields: employerFields,
	column: (field, context) => columns[field as keyof typeof employerFields](context),
	from: sql`employer_summary`,
	id: sql.ref("employer_id"),
	scope: ({ caller }) => sql<boolean>`region_code = ${caller.regionCode}`,
	unlessNamed: { field: "archived", shown: sql<boolean>`archived_on is null` },
	searched: (employers) => sql<boolean>`employer_id in (${employers})`,
	select: () => employerColumns,
	defaultSort: "name",
	neverNull: ["name", "openPosts", "missionsJoined"],
	counted: "employer",
};
