import { sql } from "kysely";
import type { HandOverCreation, Portfolio } from "#contract/hand-overs.ts";
import type { Context } from "../caller.ts";

/**
 * What a person holds and would leave behind: the employers that are theirs, their open cases, their open follow-ups, the visits planned or in draft they take part in.
 * Each bears the employer it hangs from: a visit, the first of its employers. The same rows are counted by the preview and moved by the hand-over.
 */
export const held = ({ caller }: Context, personId: string) => sql`
	employers as (select s.employer_id as id, s.employer_id from employer_summary s where s.region_code = ${caller.regionCode} and s.advisor_id = ${personId} and s.archived_on is null),
	cases as (select k.id, k.employer_id from support_case k where k.region_code = ${caller.regionCode} and k.advisor_id = ${personId} and k.closed_on is null),
	steps as (select f.id, f.employer_id from follow_up_owner o join follow_up f on f.id = o.follow_up_id where o.person_id = ${personId} and o.is_open and o.region_code = ${caller.regionCode}),
	trips as (select v.id, (select ve.employer_id from visit_employer ve where ve.visit_id = v.id order by ve.position, ve.employer_id limit 1) as employer_id
		from visit_adviser a join visit v on v.id = a.visit_id where a.person_id = ${personId} and v.region_code = ${caller.regionCode} and v.status in ('planned', 'draft'))`;

type Row = {
	employer_id: string;
	employer_name: string;
	mrc_code: string | null;
	is_own: boolean;
	support_cases: number;
	follow_ups: number;
	visits: number;
};

export async function readPortfolio(context: Context, personId: string): Promise<Portfolio> {
	const { db, caller } = context;
	const { rows } = await sql<Row>`
		with ${held(context, personId)}, counted as (
			select employer_id, bool_or(kind = 0) as is_own, count(*) filter (where kind = 1) as cases, count(*) filter (where kind = 2) as steps, count(*) filter (where kind = 3) as trips
			from (select 0 as kind, employer_id from employers union all select 1, employer_id from cases union all select 2, employer_id from steps union all select 3, employer_id from trips) parts group by 1)
		select n.employer_id, s.name as employer_name, s.mrc_code, n.is_own, n.cases::int as support_cases, n.steps::int as follow_ups, n.trips::int as visits
		from counted n join employer_summary s on s.employer_id = n.employer_id order by s.name collate "und-x-icu", n.employer_id`.execute(db);
	const { rows: past } = await sql<Portfolio["untouched"]>`select
		(select count(*)::int from contact c join employer_summary s on s.employer_id = c.employer_id where s.region_code = ${caller.regionCode} and s.advisor_id = ${personId} and s.archived_on is null) as contacts,
		(select count(*)::int from visit_adviser a join visit v on v.id = a.visit_id where a.person_id = ${personId} and v.region_code = ${caller.regionCode} and v.status = 'completed') as "completedVisits",
		(select count(*)::int from support_case k where k.region_code = ${caller.regionCode} and k.advisor_id = ${personId} and k.closed_on is not null) as "closedCases",
		(select count(*)::int from follow_up_owner o where o.region_code = ${caller.regionCode} and o.person_id = ${personId} and not o.is_open) as "doneFollowUps"`.execute(
		db,
	);
	const items = rows.map((row) => ({
		employerId: row.employer_id,
		employerName: row.employer_name,
		mrcCode: row.mrc_code,
		isOwn: row.is_own,
		supportCases: row.support_cases,
		followUps: row.follow_ups,
		visits: row.visits,
	}));
	const sum = (of: "supportCases" | "followUps" | "visits") => items.reduce((total, item) => total + item[of], 0);
	return {
		personId,
		items,
		totals: { employers: items.filter(({ isOwn }) => isOwn).length, supportCases: sum("supportCases"), followUps: sum("followUps"), visits: sum("visits") },
		untouched: past[0] ?? { contacts: 0, completedVisits: 0, closedCases: 0, doneFollowUps: 0 },
	};
}

type Split = Pick<HandOverCreation, "toPersonId" | "byMrc" | "byEmployer" | "fromPersonId">;
type Moved = { kind: "employers" | "supportCases" | "followUps" | "visits"; personId: string; moved: number };

/** Moves it all, set by set; who receives what is decided by the employer it hangs from. Answers how many of each kind went to each. */
export async function movePortfolio(context: Context, { fromPersonId, toPersonId, byMrc = [], byEmployer = [] }: Split): Promise<Moved[]> {
	const { db } = context;
	const ofMrc = JSON.stringify(Object.fromEntries(byMrc.map((one) => [one.mrcCode, one.toPersonId])));
	const ofEmployer = JSON.stringify(Object.fromEntries(byEmployer.map((one) => [one.employerId, one.toPersonId])));
	const receiver = sql`coalesce((${ofEmployer}::jsonb ->> t.employer_id::text), (select ${ofMrc}::jsonb ->> s.mrc_code from employer_summary s where s.employer_id = t.employer_id), ${toPersonId})::uuid`;
	const moving = (set: string) => sql`with ${held(context, fromPersonId)}, moving as (select t.id, ${receiver} as to_id from ${sql.ref(set)} t)`;
	const count = (kind: Moved["kind"], rows: { to_id: string }[]): Moved[] =>
		[...new Set(rows.map(({ to_id }) => to_id))].map((personId) => ({ kind, personId, moved: rows.filter(({ to_id }) => to_id === personId).length }));
	type To = { to_id: string };
	// What hangs from an employer first: its own adviser changes last, so that each set is found as the preview found it.
	const trips = await sql<To>`${moving("trips")}, gone as (
			delete from visit_adviser a using moving m where a.visit_id = m.id and a.person_id = ${fromPersonId} and exists (select from visit_adviser b where b.visit_id = m.id and b.person_id = m.to_id) returning a.visit_id),
		changed as (update visit_adviser a set person_id = m.to_id, role = p.role, service_point_id = p.service_point_id from moving m join person p on p.id = m.to_id
			where a.visit_id = m.id and a.person_id = ${fromPersonId} and not exists (select from visit_adviser b where b.visit_id = m.id and b.person_id = m.to_id) returning a.visit_id),
		stamped as (update visit v set version = v.version + 1 from moving m where v.id = m.id returning v.id)
		select to_id from moving`.execute(db);
	const steps = await sql<To>`${moving("steps")} update follow_up f set owner_id = case f.owner_id when ${fromPersonId} then m.to_id else f.owner_id end,
			co_owner_ids = array(select distinct case p when ${fromPersonId} then m.to_id else p end from unnest(f.co_owner_ids) p except select case f.owner_id when ${fromPersonId} then m.to_id else f.owner_id end),
			version = f.version + 1 from moving m where f.id = m.id returning m.to_id`.execute(db);
	const cases =
		await sql<To>`${moving("cases")} update support_case k set advisor_id = m.to_id, version = k.version + 1 from moving m where k.id = m.id returning m.to_id`.execute(
			db,
		);
	const employers =
		await sql<To>`${moving("employers")} update employer e set advisor_id = m.to_id, version = e.version + 1 from moving m where e.id = m.id returning m.to_id`.execute(
			db,
		);
	return [...count("visits", trips.rows), ...count("followUps", steps.rows), ...count("supportCases", cases.rows), ...count("employers", employers.rows)];
}
