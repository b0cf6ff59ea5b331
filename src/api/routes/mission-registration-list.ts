import { type RawBuilder, sql } from "kysely";
import { resultMeasures } from "#contract/mission-measures.ts";
import { type MissionRegistration, missionRegistrationFields } from "#contract/mission-registrations.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow } from "../presenting.ts";
import { canWriteRegistration } from "../rules/permissions.ts";
import { missionStage } from "./mission-list.ts";
import { standingValues } from "./mission-standing.ts";

const posts = sql`coalesce((select sum(p.quantity)::int from mission_post p where p.registration_id = g.id), 0)`;

/** The funnel's own. */
const inOrder = sql`array_position(array[${sql.join(resultMeasures.map((measure) => sql.lit(measure)))}]::text[], r.measure::text)`;

const columns: Record<keyof typeof missionRegistrationFields, RawBuilder<unknown>> = {
	missionId: sql.ref("g.mission_id"),
	missionName: sql.ref("m.name"),
	employerId: sql.ref("g.employer_id"),
	employerName: sql.ref("s.name"),
	state: sql.ref("g.state"),
	advisorId: sql.ref("g.advisor_id"),
	sectorCode: sql.ref("s.sector_code"),
	mrcCode: sql.ref("s.mrc_code"),
	posts,
	interestedOn: sql.ref("g.interested_on"),
	missionStartsOn: sql.ref("m.starts_on"),
};

export const missionRegistrationList: ListDefinition = {
	fields: missionRegistrationFields,
	column: (field) => columns[field as keyof typeof missionRegistrationFields],
	from: sql`mission_registration g join mission m on m.id = g.mission_id left join employer_summary s on s.employer_id = g.employer_id`,
	id: sql.ref("g.id"),
	scope: ({ caller }) => sql<boolean>`g.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`g.employer_id in (${employers})`,
	select: ({
		today,
		language,
	}) => sql`g.id, g.mission_id, m.name as mission_name, m.starts_on as mission_starts_on, m.ends_on as mission_ends_on, ${missionStage(today)} as mission_stage,
		g.employer_id, coalesce(s.name, '') as employer_name, g.advisor_id, g.invited_on, g.interested_on, g.registered_on, g.confirmed_on, g.took_part_on, g.withdrawn_on, g.withdraw_reason, g.note, g.state,
		${posts} as posts, (select coalesce(json_agg(json_build_object('id', p.id, 'labourNeedId', p.labour_need_id, 'occupationCode', n.occupation_code, 'occupationLabel', ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")},
			'quantity', p.quantity, 'isOver', g.withdrawn_on is null and not m.is_cancelled and m.ends_on >= ${today}::date and n.open_posts < promised_posts(n.id, ${today}::date), 'version', p.version) order by n.occupation_code, p.id), '[]'::json) from mission_post p join labour_need n on n.id = p.labour_need_id left join occupation o on o.code = n.occupation_code
			where p.registration_id = g.id) as offered,
		(select coalesce(json_agg(json_build_object('measure', r.measure, 'value', r.value, 'knownOn', r.known_on) order by ${inOrder}), '[]'::json) from ${standingValues(sql`g.id`, today)} r) as results,
		g.version, s.region_code as employer_region, s.advisor_id as employer_advisor`,
	defaultSort: "employerName",
	neverNull: ["missionName", "state", "posts", "missionStartsOn"],
};

type Row = Omit<MissionRegistration, "can"> & { employerRegion: string | null; employerAdvisor: string | null };

/** A row of the list or the record, with what its reader may do. */
export function presentMissionRegistration({ caller }: Context, row: Record<string, unknown>): MissionRegistration {
	const { employerRegion, employerAdvisor, ...registration } = camelRow<Row>(row);
	const employer = { regionCode: employerRegion ?? "", advisorId: employerAdvisor };
	return {
		...registration,
		can: { update: canWriteRegistration(caller, { employer, regionCode: caller.regionCode, advisorId: registration.advisorId }) },
	};
}
