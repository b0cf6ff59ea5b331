import { type RawBuilder, sql } from "kysely";
import type { IndicatorDimension } from "#contract/indicators.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Dimension, Facts, Question } from "./indicator.ts";

/** Fragments that several indicators share. Aliases: i interaction, v visit, c case, n need, f follow-up, t use of a tool, s the employer's summary. */

/** Interactions of the region, over some days; `counts_as_support` and `counts_as_visit` say which of them count (domain §3.1). */
export const interactions = sql`employer_interaction i left join interaction_kind k on k.code = i.kind`;
export const during = ({ region }: Pick<Question, "region">, from: LocalDate, to: LocalDate) =>
	sql<boolean>`i.region_code = ${region} and i.occurred_on between ${from}::date and ${to}::date`;
/** Is every dimension asked among these? */
export const isWithin = (by: readonly IndicatorDimension[], names: readonly IndicatorDimension[]) => by.every((name) => names.includes(name));

export const deploymentStart = sql`(select day from indicator_parameter where name = 'deploymentStart')`;
export const daysOf = (name: "coverage") => sql`(select days from indicator_parameter where name = ${name})`;

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
	const team = { join: sql`left join visit_adviser a on a.visit_id = ${visitId}`, isMany: true };
	return {
		personId: { ...team, column: sql`a.person_id` },
		role: { ...team, column: sql`a.role` },
		servicePointId: { ...team, column: sql`a.service_point_id` },
	};
}

/** The employers known on the day. Today, every record was created by today: the summary says it all. */
export const employersOn = ({ region, asOf, today }: Question): Facts => ({
	...(asOf === today
		? { from: sql`employer_summary s`, where: sql<boolean>`s.region_code = ${region} and s.archived_on is null` }
		: {
				from: sql`employer e join employer_summary s on s.employer_id = e.id`,
				where: sql<boolean>`e.region_code = ${region} and e.created_on <= ${asOf}::date and coalesce(e.archived_on > ${asOf}::date, true)`,
			}),
	key: sql`s.employer_id`,
});

/**
 * The cases open on the day. Stages are read in their append-only history; today, in the summary that the history has just written: a test compares the two.
 * Columns: id, employer_id, advisor_id, mrc_code, stage, entered_on, last_trace_on, paused, stale_after_days.
 */
export function openCases({ region, asOf, today }: Question) {
	const setting = sql`left join stage_setting g on g.region_code = ${region} and g.stage =`;
	if (asOf === today)
		return sql`(select o.support_case_id as id, o.employer_id, o.advisor_id, o.mrc_code, o.stage, o.stage_entered_on as entered_on, o.last_activity_on as last_trace_on,
			coalesce(o.paused_until >= ${asOf}::date, false) as paused, g.stale_after_days
			from support_case_summary o ${setting} o.stage where o.region_code = ${region} and o.closed_on is null) c`;
	// An employer has many visits, of which the last is one step of an index; few follow-ups and little evidence, of which all the last are taken at once.
	return sql`(select h.support_case_id as id, o.employer_id, o.advisor_id, o.mrc_code, h.to_stage as stage, h.moved_on as entered_on, greatest(h.moved_on,
			(select i.occurred_on from employer_interaction i where i.employer_id = o.employer_id and i.region_code = ${region} and i.source = 'visit' and i.occurred_on <= ${asOf}::date
				order by i.occurred_on desc limit 1), w.done_on, x.occurred_on) as last_trace_on,
			coalesce(o.paused_until >= ${asOf}::date, false) as paused, g.stale_after_days
		from (select distinct on (x.support_case_id) x.support_case_id, x.to_stage, x.moved_on from stage_change x
			where x.region_code = ${region} and x.moved_on <= ${asOf}::date order by x.support_case_id, x.moved_on desc, x.seq desc) h
		join support_case_summary o on o.support_case_id = h.support_case_id
		left join (select employer_id, max(done_on) as done_on from follow_up where region_code = ${region} and done_on <= ${asOf}::date group by 1) w on w.employer_id = o.employer_id
		left join (select support_case_id, max(occurred_on) as occurred_on from case_evidence where region_code = ${region} and occurred_on <= ${asOf}::date group by 1) x
			on x.support_case_id = o.support_case_id
		${setting} h.to_stage where h.to_stage <> 'closed') c`;
}
