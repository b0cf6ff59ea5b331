import { sql } from "kysely";
import type { Caller, Context } from "../caller.ts";
import { camelRow } from "../presenting.ts";
import { askedLateDays, type LineFollowed, lineFollowUps, lineTriggers } from "../rules/line-follow-ups.ts";
import { answeredMonths, type Check } from "../rules/retention.ts";
import { readCatalogue } from "./follow-up-catalogue.ts";

/** A request, or the house by its clock. */
type Following = Pick<Context, "db" | "today" | "language"> & { caller: Pick<Caller, "regionCode"> };
type Row = LineFollowed & { id: string; label: string };
type Of = { lineIds?: readonly string[] };

/** A closed day and a short month put off a day that is computed here by the calendar alone. */
const slackDays = 10;

/**
 * The lines named; else those that lack what a rule, on its day, calls for: reminders that come one after the other, and lines that no request has followed. Of rules
 * that have come due lately, by the days of their steps.
 */
async function readLines({ db, caller, today }: Following, { lineIds }: Of): Promise<Row[]> {
	const lacking = sql<boolean>`exists (select from (values ('lmiaFiled', l.filed_on), ('offerFiled', l.filed_on), ('lmiaFavourable', l.decided_on), ('permitIssued', l.permit_approved_on), ('arrived', l.arrived_on),
			('permitExpires', l.permit_expires_on), ('workStarted', l.started_on)) s (trigger, day)
		join follow_up_rule r on r.trigger = s.trigger and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to >= ${today}::date)
		cross join lateral (select (s.day + case r.due_unit when 'month' then make_interval(months => r.due_count) else make_interval(days => r.due_count) end)::date as on) due
		where s.day is not null and r.anchor in ('event', 'permitExpiry') and due.on >= ${today}::date - ${sql.lit(askedLateDays + slackDays)} and (r.trigger <> 'permitExpires' or due.on <= ${today}::date)
			and not exists (select from follow_up f where f.immigration_line_id = l.id and f.rule_code = r.code and (r.trigger <> 'permitExpires' or f.line_day = s.day)))`;
	const { rows } = await sql<Record<string, unknown>>`
		select l.id, l.label, l.path, l.hired_on, l.advertised_on, l.filed_on, l.decided_on, l.caq_on, l.csq_on, l.permit_filed_on, l.permit_approved_on, l.permit_expires_on, l.residence_on, l.arrived_on, l.started_on, l.ended_on,
			(select coalesce(json_agg(json_build_object('months', c.months, 'knownOn', c.known_on, 'stillEmployed', c.still_employed)), '[]'::json) from retention_check c where c.immigration_line_id = l.id) as checks
		from immigration_line l where l.region_code = ${caller.regionCode} and ${lineIds ? sql<boolean>`l.id = any(${[...lineIds]}::uuid[])` : sql<boolean>`l.ended_on is null and ${lacking}`}`.execute(
		db,
	);
	return rows.map((row) => {
		const { checks, ...line } = camelRow<Row & { checks: Check[] }>(row);
		return { ...line, answeredMonths: answeredMonths(checks) };
	});
}

/** What is to be followed of lines, by line and rule, as `follow_lines` takes it (0039-from-hire-to-retention.sql). */
export async function planLines(context: Following, of: Of): Promise<object[]> {
	const lines = await readLines(context, of);
	if (lines.length === 0) return [];
	const rules = (await readCatalogue(context)).filter(({ trigger }) => lineTriggers.includes(trigger));
	return lines.flatMap((line) =>
		lineFollowUps(rules, line, context.today).map(({ rule, day, dueOn, isWanted, isDone, isCalled, renews }) => ({
			...{ line_id: line.id, code: rule.code, kind: rule.kind, day, due_on: dueOn, renews },
			title: context.language === "en" ? `${rule.titleEn}: ${line.label}` : `${rule.titleFr}\u00A0: ${line.label}`,
			...{ is_wanted: isWanted, is_done: isDone, is_called: isCalled, repeat_every: rule.repeatEvery, repeat_unit: rule.repeatUnit },
		})),
	);
}

/**
 * Follows the catalogue for some immigration lines, or, named nothing, for all those that today calls for. Once by rule and line: again, it finds nothing to do.
 * `fallback`: who does what nobody answers for. Answers how many follow-ups were made, moved, closed or opened again.
 */
export async function followLines(context: Following, of: Of, fallback: string | null): Promise<number> {
	const plan = await planLines(context, of);
	if (plan.length === 0) return 0;
	const { rows } = await sql<{
		touched: number;
	}>`select follow_lines(${JSON.stringify(plan)}::jsonb, ${context.today}::date, ${fallback}::uuid) as touched`.execute(context.db);
	return rows[0]?.touched ?? 0;
}
