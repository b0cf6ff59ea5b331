import { sql } from "kysely";
import type { FollowUpProposal, FollowUpRule } from "#contract/follow-ups.ts";
import type { VisitReport } from "#contract/visit-report.ts";
import type { Context } from "../caller.ts";
import { mustFind } from "../presenting.ts";
import { proposeFollowUps } from "../rules/follow-up-catalogue.ts";
import { isOnlyNamed } from "../rules/referral-lines.ts";

/** The catalogue in force today, in its order. */
export const readCatalogue = ({ db, today }: Pick<Context, "db" | "today">): Promise<FollowUpRule[]> =>
	db
		.selectFrom("follow_up_rule")
		.select([
			"code",
			"trigger",
			"kind",
			"title_fr as titleFr",
			"title_en as titleEn",
			"due_count as dueCount",
			"due_unit as dueUnit",
			"anchor",
			"repeat_every as repeatEvery",
			"repeat_unit as repeatUnit",
			"escalate_after_days as escalateAfterDays",
		])
		.where("valid_from", "<=", today)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", today)]))
		.orderBy("position")
		.execute() as Promise<FollowUpRule[]>;

type Known = {
	solutions: string[] | null;
	report: VisitReport | null;
	portal_account_on: string | null;
	to_open_on: string | null;
	is_used: boolean;
	employee_count: number | null;
	register_from: number;
	office_known: boolean;
	last_interaction_on: string | null;
	open_kinds: string[];
};

/** The visit that is being completed, or the employer alone. The last interaction is a visit, a call or a follow-up done (its case's last trace of work). */
async function readFacts(
	{ db, caller, today }: Context,
	{ visitId, employerId }: { visitId?: string | undefined; employerId?: string | undefined },
): Promise<Known | null> {
	const employer = visitId
		? sql`(select p.employer_id from visit_employer p where p.visit_id = ${visitId} order by p.position, p.employer_id limit 1)`
		: sql`${employerId}::uuid`;
	const { rows } = await sql<Known>`
		select to_json(v.solutions) as solutions, v.report, s.portal_account_on, (select a.to_open_on from portal_account a where a.employer_id = s.employer_id and a.region_code = s.region_code) as to_open_on, coalesce(s.portal_last_use_on >= s.portal_account_on, false) as is_used,
			s.employee_count, (select g.register_from from francisation_parameter g where g.valid_from <= ${today}::date order by g.valid_from desc limit 1) as register_from,
			exists (select from tool_use t where t.employer_id = s.employer_id and t.tool = 'francisation' and t.event in ('francisationInformed', 'oqlfRegistered', 'oqlfAttestation')) as office_known,
			case when s.support_case_id is not null then greatest(s.last_activity_on, s.last_visit_on) end as last_interaction_on,
			(select coalesce(json_agg(distinct f.kind), '[]'::json) from follow_up f where f.employer_id = s.employer_id and f.done_on is null) as open_kinds
		from employer_summary s left join visit v on v.id = ${visitId ?? null}::uuid and v.region_code = ${caller.regionCode}
		where s.employer_id = ${employer} and s.region_code = ${caller.regionCode}`.execute(db);
	if (!rows[0] && visitId) {
		const visit = mustFind(
			await db.selectFrom("visit").select("partner_id").where("id", "=", visitId).where("region_code", "=", caller.regionCode).executeTakeFirst(),
		);
		// The catalogue speaks of employers: it has nothing to propose after the visit of a partner.
		if (visit.partner_id) return null;
	}
	return mustFind(rows[0]);
}

export async function proposalsFor(
	context: Context,
	asked: { visitId?: string | undefined; employerId?: string | undefined } | undefined,
): Promise<FollowUpProposal[]> {
	if (!asked?.visitId && !asked?.employerId) return [];
	const known = await readFacts(context, asked);
	if (!known) return [];
	const steps = known.report?.nextSteps ?? [];
	return proposeFollowUps(
		await readCatalogue(context),
		{
			today: context.today,
			visit: asked.visitId
				? {
						solutions: known.solutions ?? [],
						// Those that are records have their own follow-up already.
						referrals: (known.report?.referrals ?? []).filter(isOnlyNamed).map(({ service, replyExpectedOn }) => ({
							service: service ?? null,
							replyExpectedOn: replyExpectedOn ?? null,
						})),
					}
				: null,
			portal: { toOpenOn: known.to_open_on, accountOn: known.portal_account_on, isUsed: known.is_used },
			languageOffice: { employees: known.employee_count, registerFrom: known.register_from, isKnown: known.office_known },
			lastInteractionOn: known.last_interaction_on,
			reportKinds: steps.flatMap(({ kind }) => (kind ? [kind] : [])),
			openKinds: known.open_kinds,
		},
		context.language,
	);
}
