import { type RawBuilder, sql } from "kysely";
import { addSpan } from "#contract/business-days.ts";
import { type Referral, referralFields } from "#contract/referrals.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import type { ManyValues } from "../list-filter.ts";
import { camelRow } from "../presenting.ts";
import { sidesOfReferral } from "../rules/permissions.ts";

const isOpen = sql<boolean>`(r.ended_on is null)`;
/** No outcome on the day after the one it was expected; one whose meeting is still to come is not waited for before. */
const unanswered = (today: string) => sql<boolean>`(r.ended_on is null and greatest(r.reply_expected_on, r.meeting_on) < ${today}::date)`;

/** The catalogue says after how many business days a referral goes to the manager (domain §2.4): the day so many before today, for each number it may say. */
const longest = 99;
const before = new Map<string, string>();
function daysBefore(today: string): string {
	const known = before.get(today);
	if (known) return known;
	const days = Array.from({ length: longest }, (_, index) => addSpan(today, { count: -(index + 1), unit: "businessDay" }));
	before.clear();
	before.set(today, `{${days.join(",")}}`);
	return before.get(today) as string;
}
const escalated = (today: string) => sql<boolean>`(r.ended_on is null and r.sent_on < coalesce((${daysBefore(today)}::date[])[(
	select least(e.escalate_after_days, ${longest}) from follow_up_rule e where e.trigger = 'referralSent' and e.valid_from <= ${today}::date and (e.valid_to is null or e.valid_to >= ${today}::date)
	order by e.position limit 1)], '-infinity'))`;
const followed = sql<boolean>`exists (select from follow_up f where f.referral_id = r.id and f.done_on is null)`;

const columns: Record<keyof typeof referralFields, (context: Context) => RawBuilder<unknown>> = {
	employerId: ({ caller }) => (caller.role === "integrationAgent" ? sql`case when not r.counts_only then r.employer_id end` : sql.ref("r.employer_id")),
	employerName: () => sql.ref("s.name"),
	fromPersonId: () => sql.ref("r.from_person_id"),
	toPersonId: () => sql.ref("r.to_person_id"),
	toPartnerId: () => sql.ref("r.to_partner_id"),
	sideId: () => sql.ref("side.person_id"),
	toServicePointId: () => sql.ref("r.to_service_point_id"),
	volet: () => sql.ref("asked.volet"),
	countsOnly: () => sql.ref("r.counts_only"),
	immigrationLineId: ({ caller }) => (caller.role === "integrationAgent" ? sql`null::uuid` : sql.ref("r.immigration_line_id")),
	destination: () =>
		sql`case when r.to_service_point_id is not null then 'servicePoint' when r.to_person_id is not null then 'colleague' when r.to_partner_id is not null then 'partner' else 'service' end`,
	toService: () => sql.ref("r.to_service"),
	reason: () => sql.ref("r.reason"),
	state: () => sql.ref("r.state"),
	outcome: () => sql.ref("r.outcome"),
	open: () => isOpen,
	unanswered: ({ today }) => unanswered(today),
	escalated: ({ today }) => escalated(today),
	followed: () => followed,
	sentOn: () => sql.ref("r.sent_on"),
	replyExpectedOn: () => sql.ref("r.reply_expected_on"),
	endedOn: () => sql.ref("r.ended_on"),
};

const sides: ManyValues = { table: sql`unnest(array[r.from_person_id, r.to_person_id]) as side (person_id)`, on: sql<boolean>`true` };

const volets: ManyValues = { table: sql`unnest(r.volets) as asked (volet)`, on: sql<boolean>`true` };

export const referralList: ListDefinition = {
	fields: referralFields,
	column: (field, context) => columns[field as keyof typeof referralFields](context),
	many: (field) => ({ sideId: sides, volet: volets })[field],
	from: sql`referral r left join employer_summary s on s.employer_id = r.employer_id`,
	id: sql.ref("r.id"),
	scope: ({ caller }) =>
		caller.role === "integrationAgent"
			? sql<boolean>`r.region_code = ${caller.regionCode} and (${caller.personId}::uuid in (r.from_person_id, r.to_person_id) or r.to_service_point_id = ${caller.servicePointId}::uuid)`
			: sql<boolean>`r.region_code = ${caller.regionCode}`,
	// The employer, or the partner it was sent to.
	found: (patterns) =>
		sql<boolean>`((r.employer_id in (select search_employers(${patterns}::text[])) and not (r.counts_only and asking_role() = 'integrationAgent')) or r.to_partner_id in (select p.id from partner p where ${sql.join(
			patterns.map((pattern) => sql`fold(p.name) like ${pattern}`),
			sql` and `,
		)}))`,
	select: ({
		today,
	}) => sql`r.id, r.employer_id, s.name as employer_name, s.municipality_name, r.visit_id, r.from_person_id, r.to_person_id, r.to_partner_id, r.to_service,
		(select p.name from partner p where p.id = r.to_partner_id) as partner_name, (select v.occurred_on from visit v where v.id = r.visit_id) as visit_on,
		r.to_service_point_id, r.volets, r.persons, r.counts_only, r.immigration_line_id, r.contact_name, r.reason, r.note, r.consent_from, r.consent_on, r.consent_method, r.sent_on, r.reply_expected_on, r.state, r.acknowledged_on, r.meeting_on,
		r.ended_on, r.ended_by_id, r.outcome, r.outcome_visit_id, r.end_reason, r.end_note, ${unanswered(today)} as unanswered, ${escalated(today)} as escalated, ${followed} as followed,
		r.version, s.region_code as employer_region, s.advisor_id as employer_advisor`,
	defaultSort: "-sentOn",
	neverNull: ["sentOn", "replyExpectedOn"],
};

type Row = Omit<Referral, "can"> & { employerRegion: string | null; employerAdvisor: string | null };

/** What the reader may do with a referral as long as it is open. */
export function rightsOnReferral({ caller }: Context, row: Record<string, unknown>): Record<string, boolean> {
	const { employerRegion, employerAdvisor, fromPersonId, toPersonId, toServicePointId } = camelRow<Row>(row);
	const employer = employerRegion === null ? null : { regionCode: employerRegion, advisorId: employerAdvisor };
	const { isSender, isReceiver } = sidesOfReferral(caller, { regionCode: caller.regionCode, employer, fromPersonId, toPersonId, toServicePointId });
	return { update: isSender, acknowledge: isReceiver, close: isSender || isReceiver, decline: isReceiver, withdraw: isSender };
}

/** A row of the list or the record, with what its reader may do: one that is over lets nothing be done. */
export function presentReferral(context: Context, row: Record<string, unknown>): Referral {
	const { employerRegion: _region, employerAdvisor: _advisor, ...referral } = camelRow<Row>(row);
	const rights = rightsOnReferral(context, row);
	const isOpen = referral.endedOn === null;
	// Persons who are only counted: an agent learns neither of which employer, nor of which lines.
	const isHidden = context.caller.role === "integrationAgent";
	const hidden = isHidden ? { immigrationLineId: null, ...(referral.countsOnly ? { employerId: null, employerName: null, municipalityName: null } : {}) } : {};
	return { ...referral, ...hidden, can: Object.fromEntries(Object.entries(rights).map(([action, may]) => [action, isOpen && may])) };
}
