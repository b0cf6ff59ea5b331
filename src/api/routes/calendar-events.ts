import { sql } from "kysely";
import type { Visit } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { mustFind } from "../presenting.ts";
import { addDays } from "../rules/calendar.ts";
import type { CalendarEvent } from "../rules/calendar-events.ts";
import { isoInstant } from "../rules/instant.ts";

/** How far a calendar goes back, and ahead. */
const [daysBack, daysAhead] = [30, 365];

type Row = {
	id: string;
	kind: CalendarEvent["kind"];
	names: string[];
	municipality: string | null;
	day: string;
	starts_at: string | null;
	minutes: number | null;
	is_cancelled: boolean;
	version: number;
	recorded_at: string;
};
type Reading = Pick<Context, "db" | "caller" | "today">;

/** The employers in the order given, or the partner; the place of the first. */
const visits = sql`select v.id, 'visit' as kind, v.occurred_on as day, v.report ->> 'startsAt' as starts_at, v.duration_minutes as minutes, v.status = 'cancelled' as is_cancelled, v.version, v.recorded_at,
	coalesce((select array_agg(e.name order by p.position, e.name collate "und-x-icu", e.employer_id) from visit_employer p join employer_summary e on e.employer_id = p.employer_id where p.visit_id = v.id),
		array(select q.name from partner q where q.id = v.partner_id)) as names,
	(select coalesce(m.name, e.municipality_name) from visit_employer p join employer_summary e on e.employer_id = p.employer_id
		left join establishment t on t.id = p.establishment_id left join municipality m on m.code = t.municipality_code where p.visit_id = v.id order by p.position, p.employer_id limit 1) as municipality
	from visit v`;

const followUps = sql`select f.id, 'followUp' as kind, f.due_on as day, null as starts_at, null::int as minutes, false as is_cancelled, f.version, f.recorded_at,
	array[coalesce(e.name, q.name)] as names, e.municipality_name as municipality
	from follow_up f left join employer_summary e on e.employer_id = f.employer_id left join partner q on q.id = f.partner_id`;

const present = (row: Row, origin: string): CalendarEvent => ({
	id: row.id,
	kind: row.kind,
	names: row.names,
	municipality: row.municipality,
	day: row.day,
	startsAt: row.starts_at,
	minutes: row.minutes,
	isCancelled: row.is_cancelled,
	version: row.version,
	recordedAt: isoInstant(row.recorded_at),
	url: row.kind === "visit" ? `${origin}/visites/${row.id}` : `${origin}/suivis?suivi=${row.id}`,
});

/** What the caller goes to, as one of its advisers: what a manager logged for others is not in the manager's calendar. */
export async function eventsOf({ db, caller, today }: Reading, withFollowUps: boolean, origin: string): Promise<CalendarEvent[]> {
	const [from, to] = [addDays(today, -daysBack), addDays(today, daysAhead)];
	const mine = sql`${visits} where v.region_code = ${caller.regionCode} and v.occurred_on between ${from} and ${to}
		and exists (select from visit_adviser a where a.visit_id = v.id and a.person_id = ${caller.personId})`;
	const due = sql`${followUps} where f.region_code = ${caller.regionCode} and f.done_on is null and f.due_on between ${from} and ${to}
		and (f.owner_id = ${caller.personId} or exists (select from follow_up_owner o where o.follow_up_id = f.id and o.person_id = ${caller.personId}))`;
	const { rows } =
		await sql<Row>`select * from (${mine} ${withFollowUps ? sql`union all ${due}` : sql``}) event order by day, starts_at nulls first, id`.execute(db);
	return rows.map((row) => present(row, origin));
}

/** One visit of the region. */
export async function visitEvent({ db, caller }: Pick<Context, "db" | "caller">, id: Visit["id"], origin: string): Promise<CalendarEvent> {
	const { rows } = await sql<Row>`${visits} where v.region_code = ${caller.regionCode} and v.id = ${id}`.execute(db);
	return present(mustFind(rows[0]), origin);
}
