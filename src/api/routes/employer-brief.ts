import { type RawBuilder, sql } from "kysely";
import { type EmployerBrief, getEmployerBrief, rememberedDays } from "#contract/employer-brief.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import type { ListDefinition } from "../list.ts";
import { addDays } from "../rules/calendar.ts";
import { knownFacts, lastVisits, type PastVisit } from "../rules/known-facts.ts";
import { readEmployer } from "./employer-record.ts";
import { followUpList, presentFollowUp } from "./follow-up-list.ts";
import { labourNeedList, presentLabourNeed } from "./labour-need-list.ts";
import { presentReferral, referralList } from "./referral-list.ts";
import { presentSignal, signalList } from "./signal-list.ts";

/** More than an employer ever had: « every open one » is kept, and a page has an end. */
const many = 500;
const fewestVisits = 3;
const mostVisits = 40;

type Visits = { planned: EmployerBrief["planned"]; past: PastVisit[] };

/** In one statement: the next visit planned, and the completed ones — the last three at least, all those that are still remembered. */
async function readVisits({ db, caller, today }: Context, employerId: string): Promise<Visits> {
	const names = sql`(select coalesce(json_agg(n.name order by n.name collate "und-x-icu"), '[]'::json) from visit_adviser a join person n on n.id = a.person_id where a.visit_id = v.id)`;
	const { rows } = await sql<Visits>`select
		(select json_build_object('id', v.id, 'occurredOn', v.occurred_on, 'mode', v.mode, 'advisers', ${names}) from visit_employer p join visit v on v.id = p.visit_id
			where p.employer_id = ${employerId} and v.region_code = ${caller.regionCode} and v.status = 'planned' and v.occurred_on >= ${today}::date order by v.occurred_on, v.id limit 1) as planned,
		(select coalesce(json_agg(json_build_object('id', v.id, 'occurredOn', v.occurred_on, 'mode', v.mode, 'headline', v.headline, 'summary', v.summary, 'advisers', ${names},
				'report', v.report) order by v.occurred_on desc, v.id), '[]'::json)
			from (select *, row_number() over (order by occurred_on desc, id) as place from (
				select i.* from visit_employer p join visit i on i.id = p.visit_id
				where p.employer_id = ${employerId} and i.region_code = ${caller.regionCode} and i.status = 'completed' order by i.occurred_on desc, i.id limit ${mostVisits}) latest) v
			where v.place <= ${fewestVisits} or v.occurred_on >= ${addDays(today, -rememberedDays)}::date) as past`.execute(db);
	return rows[0] ?? { planned: null, past: [] };
}

/** What a list has of this employer, as the list itself reads it. */
async function rowsOf(context: Context, list: ListDefinition, which: RawBuilder<unknown>, order: RawBuilder<unknown>) {
	const query = sql<
		Record<string, unknown>
	>`select ${list.select(context)} from ${list.from} where ${list.scope(context)} and ${which} order by ${order}, ${list.id} limit ${many}`;
	return (await query.execute(context.db)).rows;
}

export const employerBriefRoutes = [
	implement(getEmployerBrief, async (context, { params: { id } }) => {
		const { today } = context;
		const employer = await readEmployer(context, id);
		const { planned, past } = await readVisits(context, id);
		const needs = await rowsOf(context, labourNeedList, sql`n.employer_id = ${id} and n.open_posts > 0`, sql`n.recorded_on desc`);
		const followUps = await rowsOf(context, followUpList, sql`f.employer_id = ${id} and f.done_on is null`, sql`f.due_on`);
		const ofTheYear = sql`g.employer_id = ${id} and g.handled_on is null and g.raised_on >= ${addDays(today, -365)}::date`;
		const signals = await rowsOf(context, signalList, ofTheYear, sql`g.raised_on desc`);
		const referrals = await rowsOf(context, referralList, sql`r.employer_id = ${id} and r.ended_on is null`, sql`r.reply_expected_on`);
		const open = needs.map((row) => presentLabourNeed(context, row));
		return {
			today,
			employer,
			planned,
			visits: lastVisits(past),
			signals: signals.map((row) => presentSignal(context, row)),
			referrals: referrals.map((row) => presentReferral(context, row)),
			needs: open,
			followUps: followUps.map((row) => presentFollowUp(context, row)),
			known: knownFacts(past, open, today),
		};
	}),
];
