import { sql } from "kysely";
import type { Caller, Context } from "../caller.ts";
import { and } from "../list.ts";
import { camelRow, snakeName } from "../presenting.ts";
import { askedLateDays, calledBy, type LineFollowed, lineFollowUps, lineTriggers } from "../rules/line-follow-ups.ts";
import { answeredMonths, type Check } from "../rules/retention.ts";
import { readCatalogue } from "./follow-up-catalogue.ts";

/** A request, or the house by its clock. */
type Following = Pick<Context, "db" | "today" | "language"> & { caller: Pick<Caller, "regionCode"> };
type Row = LineFollowed & { id: string; label: string };

/** A closed day and a short month put off a day that is computed here by the calendar alone. */
const slackDays = 10;
const column = (name: string) => sql.ref(`l.${snakeName(name)}`);

/**
 * The lines that lack what a rule, on its day, calls for: reminders that come one after the other, and lines that no request has followed. Of rules that have come due
 * lately, by the days of their steps. A branch for each event: of 50,000 lines, those alone whose step is of the days that count are looked at.
 */
async function lackingLines({ db, caller, today }: Following): Promise<{ id: string; code: string }[]> {
	const late = sql`${today}::date - ${sql.lit(askedLateDays + slackDays)}`;
	const branches = calledBy.map(({ trigger, since, path, answers, renews = false }) => {
		const day = column(since);
		const isOpen = and([sql<boolean>`l.ended_on is null`, ...answers.map((step) => sql<boolean>`${column(step)} is null`)]);
		const [own, between, again] = [
			path ? sql`and l.path = ${sql.lit(path)}` : sql``,
			renews ? sql`and ${day} <= (${today}::date - r.span)::date` : sql``,
			renews ? sql`and f.line_day = ${day}` : sql``,
		];
		return sql`select l.id, r.code, l.employer_id from rule r join immigration_line l on r.trigger = ${sql.lit(trigger)} and l.region_code = ${caller.regionCode} ${own} and ${isOpen} and ${day} >= (${late} - r.span)::date ${between}
			where not exists (select from follow_up f where f.immigration_line_id = l.id and f.rule_code = r.code ${again})`;
	});
	const { rows } = await sql<{ id: string; code: string }>`
		with rule as (select code, trigger, case due_unit when 'month' then make_interval(months => due_count) else make_interval(days => due_count) end as span from follow_up_rule
			where anchor in ('event', 'permitExpiry') and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date))
		select lacking.id, lacking.code from (${sql.join(branches, sql` union all `)}) lacking join employer e on e.id = lacking.employer_id where e.archived_on is null order by lacking.id`.execute(
		db,
	);
	return rows;
}

async function readLines({ db, caller }: Following, lineIds: readonly string[]): Promise<Row[]> {
	const { rows } = await sql<Record<string, unknown>>`
		select l.id, l.label, l.path, l.hired_on, l.advertised_on, l.filed_on, l.decided_on, l.caq_on, l.csq_on, l.permit_filed_on, l.permit_approved_on, l.permit_expires_on, l.residence_on, l.arrived_on, l.started_on, l.ended_on,
			(select coalesce(json_agg(json_build_object('months', c.months, 'knownOn', c.known_on, 'stillEmployed', c.still_employed)), '[]'::json) from retention_check c where c.immigration_line_id = l.id) as checks
		from immigration_line l where l.region_code = ${caller.regionCode} and l.id = any(${[...lineIds]}::uuid[])`.execute(db);
	return rows.map((row) => {
		const { checks, ...line } = camelRow<Row & { checks: Check[] }>(row);
		return { ...line, answeredMonths: answeredMonths(checks) };
	});
}

/** What is to be followed of lines, by line and rule, as `follow_lines` takes it (0039-from-hire-to-retention.sql). */
async function planLines(context: Following, lineIds: readonly string[]) {
	const lines = await readLines(context, lineIds);
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

/** Lines followed at once: whoever else asks waits for a few, not for all. */
const atOnce = 100;

/** The lines for which today calls for something that is not there yet, some at a time. */
export async function linesCalled(context: Following): Promise<string[][]> {
	const lacking = await lackingLines(context);
	const isLacking = new Set(lacking.map(({ id, code }) => `${id} ${code}`));
	const ids = [...new Set(lacking.map(({ id }) => id))];
	const plan = await planLines(context, ids);
	const called = new Set(
		plan.flatMap(({ line_id, code, is_wanted, is_called }) => (is_wanted && is_called && isLacking.has(`${line_id} ${code}`) ? [line_id] : [])),
	);
	const kept = ids.filter((id) => called.has(id));
	return Array.from({ length: Math.ceil(kept.length / atOnce) }, (_, at) => kept.slice(at * atOnce, (at + 1) * atOnce));
}

/**
 * Follows the catalogue for some immigration lines. Once by rule and line: again, it finds nothing to do. `fallback`: who does what nobody answers for. Answers how many
 * follow-ups were made, moved, closed or opened again.
 */
export async function followLines(context: Following, lineIds: readonly string[], fallback: string | null): Promise<number> {
	const plan = await planLines(context, lineIds);
	if (plan.length === 0) return 0;
	const { rows } = await sql<{
		touched: number;
	}>`select follow_lines(${JSON.stringify(plan)}::jsonb, ${context.today}::date, ${fallback}::uuid) as touched`.execute(context.db);
	return rows[0]?.touched ?? 0;
}
