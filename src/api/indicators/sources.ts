import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";
import type { Dimension, Question } from "./indicator.ts";

/** Fragments that several indicators share. Aliases: i interaction, v visit, c case, n need, f follow-up, t use of a tool, s the employer's summary. */

/** Interactions of the region that count as support (domain §3.1), over some days. */
export const supportFrom = sql`employer_interaction i join interaction_kind k on k.code = i.kind and k.counts_as_support`;
export const supportDuring = ({ region }: Pick<Question, "region">, from: LocalDate, to: LocalDate) =>
	sql<boolean>`i.region_code = ${region} and i.occurred_on between ${from}::date and ${to}::date`;

export const deploymentStart = sql`(select day from indicator_parameter where name = 'deploymentStart')`;
export const daysOf = (name: "portalActive" | "coverage") => sql`(select days from indicator_parameter where name = ${name})`;

/** Classes of the number of employees (domain §4.6, ISQ), by the lowest of each. */
const sizeOf = (column: RawBuilder<unknown>) =>
	sql`case when ${column} is null then null when ${column} < 5 then '1-4' when ${column} < 20 then '5-19' when ${column} < 50 then '20-49' when ${column} < 100 then '50-99'
		when ${column} < 200 then '100-199' when ${column} < 500 then '200-499' else '500-' end`;

/** Sector and size are those of the employer's own record, by the column that names the employer. */
export function ofEmployer(employerId: RawBuilder<unknown>): { sectorCode: Dimension; size: Dimension } {
	const join = sql`left join employer_summary s on s.employer_id = ${employerId}`;
	return { sectorCode: { column: sql`s.sector_code`, join }, size: { column: sizeOf(sql`s.employee_count`), join } };
}

/** Who was there, with the role and the point of service they had that day. */
export function ofTeam(visitId: RawBuilder<unknown>): { personId: Dimension; role: Dimension; servicePointId: Dimension } {
	const join = sql`left join visit_adviser a on a.visit_id = ${visitId}`;
	return { personId: { column: sql`a.person_id`, join }, role: { column: sql`a.role`, join }, servicePointId: { column: sql`a.service_point_id`, join } };
}

/**
 * The cases open on the day. Stages are read in their append-only history; today, in the summary that the history has just written: a test compares the two.
 * Columns: id, employer_id, advisor_id, mrc_code, stage, entered_on, last_trace_on, paused.
 */
export function openCases({ region, asOf, today }: Question) {
	if (asOf === today)
		return sql`(select o.support_case_id as id, o.employer_id, o.advisor_id, o.mrc_code, o.stage, o.stage_entered_on as entered_on, o.last_activity_on as last_trace_on,
			coalesce(o.paused_until >= ${asOf}::date, false) as paused from support_case_summary o where o.region_code = ${region} and o.closed_on is null) c`;
	// « + 0 »: a plain max would walk the index of the days for each case, instead of the few days of the employer.
	return sql`(select h.support_case_id as id, o.employer_id, o.advisor_id, o.mrc_code, h.to_stage as stage, h.moved_on as entered_on, greatest(h.moved_on,
			(select max(i.occurred_on + 0) from employer_interaction i where i.employer_id = o.employer_id and i.source = 'visit' and i.occurred_on <= ${asOf}::date),
			(select max(w.done_on + 0) from follow_up w where w.employer_id = o.employer_id and w.done_on <= ${asOf}::date),
			(select max(x.occurred_on + 0) from case_evidence x where x.support_case_id = o.support_case_id and x.occurred_on <= ${asOf}::date)) as last_trace_on,
			coalesce(o.paused_until >= ${asOf}::date, false) as paused
		from (select distinct on (x.support_case_id) x.support_case_id, x.to_stage, x.moved_on from stage_change x
			where x.region_code = ${region} and x.moved_on <= ${asOf}::date order by x.support_case_id, x.moved_on desc, x.seq desc) h
		join support_case_summary o on o.support_case_id = h.support_case_id where h.to_stage <> 'closed') c`;
}
