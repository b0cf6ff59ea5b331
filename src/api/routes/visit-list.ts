import { type RawBuilder, sql } from "kysely";
import { lockedAfterDays, visitFields } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import type { ManyValues } from "../list-filter.ts";

/** What is reported: 30 days after it was completed, a visit is locked (rules/visit-lifecycle.ts says the same of one). */
export const visitStatus = (today: string, of = "visit") =>
	sql`case when ${sql.ref(`${of}.status`)} = 'completed' and ${sql.ref(`${of}.completed_on`)} + ${lockedAfterDays}::int < ${today}::date then 'locked' else ${sql.ref(`${of}.status`)} end`;

const columns: Record<keyof typeof visitFields, (context: Context) => RawBuilder<unknown>> = {
	occurredOn: () => sql.ref("visit.occurred_on"),
	status: ({ today }) => visitStatus(today),
	mode: () => sql.ref("visit.mode"),
	employerId: () => sql.ref("visit_employer.employer_id"),
	partnerId: () => sql.ref("visit.partner_id"),
	mrcCode: () => sql.ref("visit_employer.mrc_code"),
	adviserId: () => sql.ref("visit_adviser.person_id"),
	invitationKey: () => sql.ref("visit.invitation_key"),
};

const employers: ManyValues = { table: sql`visit_employer`, on: sql<boolean>`visit_employer.visit_id = visit.id` };
const advisers: ManyValues = { table: sql`visit_adviser`, on: sql<boolean>`visit_adviser.visit_id = visit.id` };
const many: Record<string, ManyValues> = { employerId: employers, mrcCode: employers, adviserId: advisers };

/** Lists as json, in the order given: one statement draws a page. */
export const visitColumns = ({
	today,
}: Pick<
	Context,
	"today"
>) => sql`visit.id, ${visitStatus(today)} as status, visit.mode, visit.occurred_on, visit.headline, visit.solutions, visit.completed_on, visit.invitation_key, visit.version,
	(select coalesce(bool_or(coalesce(e.region_code = visit.region_code, false)), true) from visit_employer p left join employer_summary e on e.employer_id = p.employer_id where p.visit_id = visit.id) as is_here,
	(select coalesce(json_agg(json_build_object('employerId', e.employer_id, 'employerName', e.name, 'establishmentId', p.establishment_id, 'mrcCode', p.mrc_code) order by p.position, e.name collate "und-x-icu", e.employer_id), '[]'::json)
		from visit_employer p join employer_summary e on e.employer_id = p.employer_id where p.visit_id = visit.id) as employers,
	(select json_build_object('partnerId', q.id, 'partnerName', q.name, 'agreementId', visit.agreement_id, 'agreementTitle', (select g.title from agreement g where g.id = visit.agreement_id))
		from partner q where q.id = visit.partner_id) as partner,
	(select coalesce(json_agg(json_build_object('personId', a.person_id, 'name', n.name, 'role', a.role, 'servicePointId', a.service_point_id) order by n.name collate "und-x-icu", n.id), '[]'::json)
		from visit_adviser a join person n on n.id = a.person_id where a.visit_id = visit.id) as advisers,
	(select count(*)::int from labour_need d where d.visit_id = visit.id) as needs,
	(select coalesce(sum(d.posts), 0)::int from labour_need d where d.visit_id = visit.id) as posts`;

export const visitList: ListDefinition = {
	fields: visitFields,
	column: (field, context) => columns[field as keyof typeof visitFields](context),
	many: (field) => many[field],
	from: sql`visit`,
	id: sql.ref("visit.id"),
	scope: ({ caller }) => sql<boolean>`visit.region_code = ${caller.regionCode}`,
	// By the employer visited: the trigram index of the employers finds the few, their visits follow.
	searched: (employers) => sql<boolean>`visit.id in (select ve.visit_id from visit_employer ve where ve.employer_id in (${employers}))`,
	select: visitColumns,
	defaultSort: "-occurredOn",
	neverNull: ["occurredOn"],
	counted: "visit",
};
