import { sql } from "kysely";
import type { Context } from "../caller.ts";

type Case = { id: string; employerId: string; openedOn: string };

/**
 * Which criteria of the stages the records already show. What is typed and dated as evidence counts as much, and is kept for good.
 * A meeting, a report or a recruitment tool counts from 90 days before the opening: the case is often opened after the first visit.
 */
export async function readMetCriteria({ db, today }: Context, { id, employerId, openedOn }: Case): Promise<Set<string>> {
	const visit = sql`select 1 from visit_employer ve join visit v on v.id = ve.visit_id where ve.employer_id = ${employerId} and v.status in ('draft', 'completed') and v.occurred_on <= ${today}::date`;
	const recent = sql`v.occurred_on >= ${openedOn}::date - 90`;
	const { rows } = await sql<{ criterion: string }>`
		select 'interactionLogged' as criterion where exists (${visit})
		union all select 'neqVerified' from employer where id = ${employerId} and neq is not null
		union all select 'visitHeld' where exists (${visit} and ${recent} and v.mode in ('onSite', 'office', 'video'))
		union all select 'reportCompleted' where exists (${visit} and ${recent} and v.status = 'completed')
		union all select 'needRecorded' where exists (select 1 from labour_need n where n.employer_id = ${employerId} and (n.closed_on is null or n.recorded_on >= ${openedOn}::date))
			or exists (${visit} and ${recent} and v.status = 'completed' and v.report @> '{"noNeed": true}')
		union all select 'channelStarted' where exists (select 1 from tool_use t where t.employer_id = ${employerId} and t.occurred_on between ${openedOn}::date - 90 and ${today}::date)
		union all select criterion from case_evidence where support_case_id = ${id}`.execute(db);
	return new Set(rows.map(({ criterion }) => criterion));
}
