import { type RawBuilder, sql } from "kysely";
import { type Alert, type AlertKind, mostAlerts } from "#contract/digests.ts";
import type { Context } from "../caller.ts";
import { and, conditionsOf, type ListDefinition, readFilter } from "../list.ts";
import { camelRow } from "../presenting.ts";
import { alertsOf, type Fact, isUnseen, type Told } from "../rules/digests.ts";
import { dayFilters } from "./day-filters.ts";
import { followUpList, lateFollowUp } from "./follow-up-list.ts";
import { referralList } from "./referral-list.ts";
import { signalList } from "./signal-list.ts";
import { supportCaseList } from "./support-case-list.ts";
import { visitList } from "./visit-list.ts";

export type StandingFact = Fact & Omit<Alert, "isNew" | "isLate" | "state" | "fact" | "kind">;

type Reading = {
	kind: AlertKind | RawBuilder<unknown>;
	list: ListDefinition;
	filter: string;
	/** In this order, and so many at most. */
	order: RawBuilder<unknown>;
	fact: RawBuilder<unknown>;
	state: RawBuilder<unknown>;
	recordId: RawBuilder<unknown>;
	employerId: RawBuilder<unknown>;
	name: RawBuilder<unknown>;
	place: RawBuilder<unknown>;
	code: RawBuilder<unknown>;
	on: RawBuilder<unknown>;
	isLate: RawBuilder<unknown>;
	title?: RawBuilder<unknown>;
	promised?: RawBuilder<unknown>;
	covers?: RawBuilder<unknown>;
};

const none = sql`null`;
const no = sql`false`;
const first = (column: RawBuilder<unknown>) =>
	sql`(select ${column} from visit_employer ve join employer_summary e on e.employer_id = ve.employer_id where ve.visit_id = visit.id order by ve.position, e.employer_id limit 1)`;
/** Whom a visit is with: its first employer, and how many more; or the partner. */
const visited = sql`coalesce((select (array_agg(e.name order by ve.position, e.employer_id))[1] || case when count(*) > 1 then ' (+' || count(*) - 1 || ')' else '' end
	from visit_employer ve join employer_summary e on e.employer_id = ve.employer_id where ve.visit_id = visit.id), (select q.name from partner q where q.id = visit.partner_id))`;

const visitReading = {
	list: visitList,
	fact: sql`'visit:' || visit.id`,
	recordId: sql`visit.id`,
	employerId: first(sql`e.employer_id`),
	name: visited,
	place: first(sql`e.municipality_name`),
	code: sql`visit.mode`,
	on: sql`visit.occurred_on`,
	order: sql`visit.occurred_on`,
};

/** What each kind of alert is read from: the lists of the pages, narrowed as the page of the day narrows them. */
function readingsOf(context: Context): Reading[] {
	const { today, caller } = context;
	const filters = dayFilters(context);
	const referral = (field: string) => referralList.column(field, context);
	const referrals: Reading = {
		kind: sql`case when r.to_person_id = ${caller.personId}::uuid or (r.to_service_point_id = ${caller.servicePointId}::uuid and r.from_person_id <> ${caller.personId}::uuid) then 'referralReceived' else 'referralSent' end`,
		list: referralList,
		filter: filters.referralsToAnswer,
		order: sql`r.reply_expected_on`,
		fact: sql`'referral:' || r.id`,
		// Received, without an answer, brought to the manager: three things that one is told of.
		state: sql`case when ${referral("escalated")} then 'escalated ' when ${referral("unanswered")} then 'unanswered ' else 'sent ' end || r.reply_expected_on`,
		recordId: sql`r.id`,
		employerId: sql`${referral("employerId")}`,
		name: sql`s.name`,
		place: sql`s.municipality_name`,
		code: sql`r.reason`,
		on: sql`r.reply_expected_on`,
		isLate: referral("unanswered"),
	};
	// Of the field, an integration agent reads nothing else.
	if (caller.role === "integrationAgent") return [referrals];
	return [
		{ ...visitReading, kind: "visit", filter: filters.visitsAhead, state: sql`'planned ' || visit.occurred_on`, isLate: no },
		{
			kind: "signal",
			list: signalList,
			filter: filters.redSignals,
			order: sql`g.raised_on desc`,
			// Raised by a report and by an answer, it is one signal of one employer.
			fact: sql`'signal:' || g.employer_id || ':' || g.code`,
			state: sql`g.raised_on::text`,
			recordId: sql`g.id`,
			employerId: sql`g.employer_id`,
			name: sql`s.name`,
			place: sql`s.municipality_name`,
			code: sql`g.code`,
			on: sql`g.raised_on`,
			isLate: sql`(g.raised_on < ${today}::date)`,
		},
		{
			kind: "followUp",
			list: followUpList,
			filter: filters.due,
			order: sql`f.promised desc, f.due_on`,
			fact: sql`'followUp:' || f.id`,
			state: sql`f.due_on::text`,
			recordId: sql`f.id`,
			employerId: sql`f.employer_id`,
			name: followUpList.column("employerName", context),
			place: sql`s.municipality_name`,
			code: sql`f.kind`,
			title: sql`f.title`,
			on: sql`f.due_on`,
			isLate: lateFollowUp(today),
			promised: sql`f.promised`,
			covers: sql`json_build_array('referral:' || f.referral_id, 'case:' || f.support_case_id)`,
		},
		referrals,
		{ ...visitReading, kind: "report", filter: filters.longReports, state: sql`'report ' || visit.occurred_on`, isLate: sql`true` },
		{
			kind: "sleepingCase",
			list: supportCaseList,
			filter: filters.sleepingCases,
			order: sql`c.last_activity_on`,
			fact: sql`'case:' || c.support_case_id`,
			state: sql`c.last_activity_on::text`,
			recordId: sql`c.support_case_id`,
			employerId: sql`c.employer_id`,
			name: sql`c.employer_name`,
			place: sql`e.municipality_name`,
			code: sql`c.stage`,
			on: sql`c.last_activity_on`,
			isLate: sql`true`,
		},
	];
}

const partOf = (
	context: Context,
	{ list, filter, order, kind, ...columns }: Reading,
	rank: number,
) => sql`(select ${rank}::int as rank, row_number() over (order by ${order}, ${list.id})::int as place_in_kind,
	${typeof kind === "string" ? sql`${kind}::text` : kind} as kind, ${columns.fact} as fact, ${columns.state} as state, ${columns.recordId} as record_id, ${columns.employerId} as employer_id,
	${columns.name} as name, ${columns.place} as place_name, ${columns.code} as code, ${columns.title ?? sql`${none}::text`} as title, ${columns.on} as "on", ${columns.isLate} as is_late,
	${columns.promised ?? no} as promised, ${columns.covers ?? sql`'[]'::json`} as covers
	from ${list.from} where ${and(conditionsOf(list, context, { filter: readFilter(filter, list.fields) }))} order by ${order}, ${list.id} limit ${mostAlerts})`;

/** All that stands today for the caller, in one statement. */
export async function readFacts(context: Context): Promise<StandingFact[]> {
	const parts = readingsOf(context).map((reading, rank) => partOf(context, reading, rank));
	const { rows } = await sql<Record<string, unknown>>`select * from (${sql.join(parts, sql` union all `)}) facts order by rank, place_in_kind`.execute(
		context.db,
	);
	return rows.map((row) => {
		const { rank: _, placeInKind: __, covers, ...fact } = camelRow<StandingFact & { rank: number; placeInKind: number }>(row);
		return { ...fact, covers: covers.filter((one) => one !== null) };
	});
}

/** The alerts of the caller today, one for each fact, with what they were told of before. */
export async function readAlerts(context: Context): Promise<{ alerts: (StandingFact & { isNew: boolean })[]; told: Map<string, Told> }> {
	const facts = await readFacts(context);
	const rows = await context.db
		.selectFrom("told_alert")
		.select(["fact", "told_as as toldAs", "told_on as toldOn", "seen_as as seenAs"])
		.where("person_id", "=", context.caller.personId)
		.execute();
	const told = new Map(rows.map((row) => [row.fact, row]));
	return { alerts: alertsOf(facts).map((alert) => ({ ...alert, isNew: isUnseen(alert, told) })), told };
}
