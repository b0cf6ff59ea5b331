import { sql } from "kysely";
import { type HandOverCreation, type HeldKind, type Portfolio, type PortfolioLine, sumOf } from "#contract/hand-overs.ts";
import type { Context } from "../caller.ts";
import { camelRow } from "../presenting.ts";
import { undoUntouchedBatch } from "../undo-untouched.ts";

export async function readPortfolio(context: Context, personId: string): Promise<Portfolio> {
	const { db, caller } = context;
	const { rows } = await sql<Record<string, unknown>>`
		with counted as (
			select h.employer_id, bool_or(h.kind = 'employers') as is_own, count(*) filter (where h.kind = 'supportCases') as cases, count(*) filter (where h.kind = 'followUps') as steps,
				count(*) filter (where h.kind = 'visits') as trips, count(*) filter (where h.kind = 'referrals') as received from held_by(${personId}::uuid) h group by 1)
		select n.employer_id, s.name as employer_name, s.mrc_code, n.is_own, n.cases::int as support_cases, n.steps::int as follow_ups, n.trips::int as visits, n.received::int as referrals
		from counted n left join employer_summary s on s.employer_id = n.employer_id order by s.name collate "und-x-icu", n.employer_id`.execute(db);
	const { rows: past } = await sql<Portfolio["untouched"]>`select
		(select count(*)::int from contact c join employer_summary s on s.employer_id = c.employer_id where s.region_code = ${caller.regionCode} and s.advisor_id = ${personId} and s.archived_on is null) as contacts,
		(select count(*)::int from visit_adviser a join visit v on v.id = a.visit_id where a.person_id = ${personId} and v.region_code = ${caller.regionCode} and v.status = 'completed') as "completedVisits",
		(select count(*)::int from support_case k where k.region_code = ${caller.regionCode} and k.advisor_id = ${personId} and k.closed_on is not null) as "closedCases",
		(select count(*)::int from follow_up_owner o where o.region_code = ${caller.regionCode} and o.person_id = ${personId} and not o.is_open) as "doneFollowUps"`.execute(
		db,
	);
	const held = rows.map((row) => camelRow<PortfolioLine>(row));
	// What is held of partners, or of a person's need, hangs from no employer: counted and moved with the rest, split with nobody.
	const items = held.filter(({ employerId }) => employerId !== null);
	return {
		personId,
		items,
		totals: sumOf(held),
		untouched: past[0] ?? { contacts: 0, completedVisits: 0, closedCases: 0, doneFollowUps: 0 },
	};
}

type Split = Pick<HandOverCreation, "toPersonId" | "byMrc" | "byEmployer" | "fromPersonId">;
type Moved = { kind: HeldKind; personId: string; moved: number };

/** Moves what `held_by` counted, in one go (0028-hand-over-of-referrals.sql). Answers how many of each kind went to each. */
export async function movePortfolio({ db }: Context, { fromPersonId, toPersonId, byMrc = [], byEmployer = [] }: Split): Promise<Moved[]> {
	const ofMrc = JSON.stringify(Object.fromEntries(byMrc.map((one) => [one.mrcCode, one.toPersonId])));
	const ofEmployer = JSON.stringify(Object.fromEntries(byEmployer.map((one) => [one.employerId, one.toPersonId])));
	const { rows } = await sql<Moved>`
		select kind, person_id as "personId", moved from move_portfolio(${fromPersonId}::uuid, ${toPersonId}::uuid, ${ofMrc}::jsonb, ${ofEmployer}::jsonb)`.execute(
		db,
	);
	return rows;
}

/** Takes it back, but what somebody changed since; each summary is derived once, at the end. */
export async function takeBackPortfolio({ db }: Context, batchId: string) {
	await sql`select set_config('app.bulk', 'on', true)`.execute(db);
	const { left } = await undoUntouchedBatch(db, batchId);
	await sql`select set_config('app.bulk', 'off', true), refresh_after_batch(${batchId}::uuid)`.execute(db);
	return left;
}
