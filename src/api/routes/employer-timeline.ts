import { type RawBuilder, sql } from "kysely";
import type { TimelineEntry } from "#contract/employer-timeline.ts";
import type { Context } from "../caller.ts";
import { camelRow } from "../presenting.ts";
import { invalid } from "../refusal.ts";

/** Six kinds of event as one thread. Every branch has the same columns; days are what happened, not when it was typed. */
export const thread = (employerId: RawBuilder<unknown>, language: Context["language"]): RawBuilder<unknown> => sql`
	select 'visit:' || v.id as id, 'visit' as kind, v.occurred_on as "on", v.id as record_id, v.headline as title, v.summary as text, v.mode as code, v.status, null as from_stage, null as to_stage, null::int as quantity,
		array(select p.name from visit_adviser a join person p on p.id = a.person_id where a.visit_id = v.id order by p.name) as people
	from visit_employer ve join visit v on v.id = ve.visit_id where ve.employer_id = ${employerId} and v.status <> 'cancelled'
	union all
	select 'labourNeed:' || n.id, 'labourNeed', n.recorded_on, n.id, ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")}, null, n.occupation_code, case when n.closed_on is null then 'open' else 'closed' end, null, null, n.posts, '{}'
	from labour_need n join occupation o on o.code = n.occupation_code where n.employer_id = ${employerId}
	union all
	select 'stageChange:' || s.id, 'stageChange', s.moved_on, s.support_case_id, null, s.reason, null, null, s.from_stage, s.to_stage, null, case when p.name is null then '{}' else array[p.name] end
	from support_case c join stage_change s on s.support_case_id = c.id left join person p on p.id = s.moved_by where c.employer_id = ${employerId}
	union all
	select 'toolUse:' || t.id, 'toolUse', t.occurred_on, t.id, t.mission, t.note, t.event, t.source, null, null, t.quantity, '{}'
	from tool_use t where t.employer_id = ${employerId}
	union all
	select 'followUp:' || f.id, 'followUpDone', f.done_on, f.id, f.title, f.outcome, f.kind, null, null, null, null, array[p.name]
	from follow_up f join person p on p.id = f.owner_id where f.employer_id = ${employerId} and f.done_on is not null and f.cancel_reason is null
	union all
	select 'evidence:' || x.id, 'evidence', x.occurred_on, x.support_case_id, null, x.note, x.criterion, null, null, null, null, case when p.name is null then '{}' else array[p.name] end
	from support_case c join case_evidence x on x.support_case_id = c.id left join person p on p.id = x.recorded_by where c.employer_id = ${employerId}`;

/** Newest first; `after` is `day~id` of the last entry read. */
export async function readTimeline({ db, language }: Context, employerId: string, query: { kind?: string; after?: string; limit?: number }) {
	const of = sql`${employerId}`;
	const limit = query.limit ?? 50;
	const match = query.after === undefined ? null : /^(\d{4}-\d{2}-\d{2})~([a-zA-Z]+:[0-9a-f-]{36})$/.exec(query.after);
	if (query.after !== undefined && !match) throw invalid("query.after", "cursor");
	const ofKind = query.kind ? sql`kind = any(${`{${query.kind}}`}::text[])` : sql`true`;
	const beyond = match ? sql`("on", id) < (${match[1]}::date, ${match[2]}::text)` : sql`true`;
	const { rows } = await sql<
		Record<string, unknown>
	>`select * from (${thread(of, language)}) thread where ${ofKind} and ${beyond} order by "on" desc, id desc limit ${limit + 1}`.execute(db);
	const { rows: counted } = await sql<{ total: string }>`select count(*) as total from (${thread(of, language)}) thread where ${ofKind}`.execute(db);
	const items = rows.slice(0, limit).map((row) => camelRow<TimelineEntry>(row));
	const last = items.at(-1);
	return { items, total: Number(counted[0]?.total ?? 0), next: rows.length > limit && last ? `${last.on}~${last.id}` : null };
}
