import { sql } from "kysely";
import type { CaseCriterion } from "#contract/support-cases.ts";
import type { Context } from "../caller.ts";

/** `until`: what came after a closing shows nothing of the case that was closed. */
type Case = { id: string; employerId: string; openedOn: string; until: string };
export type Proof = NonNullable<CaseCriterion["proof"]>;

/**
 * Which criteria of the stages are shown, and by what: a record of the employer, or what was typed and dated as evidence, which counts as much and is kept for good.
 * A meeting, a report or a recruitment tool counts from 90 days before the opening: the case is often opened after the first visit.
 */
export async function readProofs({ db }: Context, { id, employerId, openedOn, until }: Case): Promise<Map<string, Proof>> {
	const byVisit = (criterion: string, where: ReturnType<typeof sql>) =>
		sql`select ${criterion}::text, 'visit', id, occurred_on, created_by, headline, 0 from trip where ${where}`;
	const { rows } = await sql<{
		criterion: string;
		by: Proof["by"];
		record_id: string | null;
		shown_on: string | null;
		person_id: string | null;
		note: string | null;
	}>`
		with trip as (
			select v.id, v.occurred_on, v.created_by, v.headline, v.mode, v.report, v.status, v.status <> 'planned' and v.occurred_on <= ${until}::date as held, v.occurred_on >= ${openedOn}::date - 90 as recent
			from visit_employer ve join visit v on v.id = ve.visit_id where ve.employer_id = ${employerId} and v.status in ('planned', 'draft', 'completed')),
		shown (criterion, by, record_id, shown_on, person_id, note, rank) as (
			${byVisit("interactionLogged", sql`held`)}
			union all select 'neqVerified', 'employer', id, null, null, neq, 0 from employer where id = ${employerId} and neq is not null
			union all ${byVisit("meetingBooked", sql`recent and mode <> 'phone'`)}
			union all ${byVisit("visitHeld", sql`held and recent and mode <> 'phone'`)}
			union all ${byVisit("reportCompleted", sql`held and recent and status = 'completed'`)}
			union all select 'needRecorded', 'labourNeed', n.id, n.recorded_on, null, n.occupation_code, 0 from labour_need n where n.employer_id = ${employerId} and n.recorded_on <= ${until}::date and (n.closed_on is null or n.closed_on >= ${openedOn}::date)
			union all ${byVisit("needRecorded", sql`held and recent and status = 'completed' and report @> '{"noNeed": true}'`)}
			union all select 'channelStarted', 'toolUse', t.id, t.occurred_on, t.recorded_by, t.mission, 0 from tool_use t where t.employer_id = ${employerId} and t.tool <> 'francisation' and t.event not in ('toOpen', 'dormant') and t.occurred_on between ${openedOn}::date - 90 and ${until}::date
			union all select r.criterion, 'followUp', f.id, f.done_on, f.owner_id, f.title, 0 from follow_up f join (values ('arrivalWeek', 'referralOffered'), ('employment3', 'threeMonthFollowUp'), ('employment12', 'twelveMonthFollowUp')) r (rule, criterion) on r.rule = f.rule_code
				where f.support_case_id = ${id} and f.done_on is not null and f.cancel_reason is null
			union all select 'referralOffered', 'immigrationLine', l.id, l.newcomer_offered_on, null, null, 0 from immigration_line l where l.employer_id = ${employerId} and l.newcomer_offered_on between ${openedOn}::date and ${until}::date
			union all select 'referralOffered', 'referral', r.id, r.sent_on, r.from_person_id, null, 0 from referral r where r.employer_id = ${employerId} and r.to_service_point_id is not null and r.state <> 'withdrawn' and r.sent_on between ${openedOn}::date and ${until}::date
			union all select x.criterion, 'evidence', x.id, x.occurred_on, x.recorded_by, x.note, 1 from case_evidence x where x.support_case_id = ${id})
		select distinct on (criterion) criterion, by, record_id, shown_on, person_id, note from shown order by criterion, rank, shown_on desc nulls last, record_id`.execute(
		db,
	);
	return new Map(
		rows.map(({ criterion, by, record_id, shown_on, person_id, note }) => [criterion, { by, recordId: record_id, on: shown_on, personId: person_id, note }]),
	);
}

/** Every criterion of the board, in its order, with what shows it for this case. */
export async function readCriteria(context: Context, one: Case): Promise<CaseCriterion[]> {
	const criteria = await context.db.selectFrom("stage_criterion").select(["code", "stage", "kind", "shown_by"]).orderBy("position").execute();
	const proofs = await readProofs(context, one);
	return criteria.map(({ code, stage, kind, shown_by }) => ({
		code,
		stage,
		kind,
		proof: proofs.get(code) ?? (shown_by ? proofs.get(shown_by) : undefined) ?? null,
	}));
}
