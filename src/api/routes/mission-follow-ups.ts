import { sql } from "kysely";
import type { Caller, Context } from "../caller.ts";
import { followedDays, type MissionFollowed, missionRule } from "../rules/mission-follow-ups.ts";
import { readCatalogue } from "./follow-up-catalogue.ts";

/** A request, or the house by its clock. */
type Following = Pick<Context, "db" | "today" | "language"> & { caller: Pick<Caller, "regionCode"> };
type Row = MissionFollowed & { id: string; name: string };
/** `isMoved`: the dates of the mission changed, and what is to be done goes with them. */
type Of = { missionId?: string; registrationId?: string; isMoved?: boolean };

/** Those named; else, those for which today may call for something: just ended, or whose registrations are still open. */
async function readMissions({ db, caller, today }: Following, { missionId, registrationId }: Of): Promise<Row[]> {
	const named = missionId
		? sql<boolean>`m.id = ${missionId}`
		: registrationId
			? sql<boolean>`m.id = (select g.mission_id from mission_registration g where g.id = ${registrationId})`
			: sql<boolean>`(m.ends_on between ${today}::date - ${sql.lit(followedDays)} and ${today}::date - 1 or m.registration_deadline_on >= ${today}::date)`;
	const { rows } = await sql<Row>`
		select m.id, m.name, m.ends_on as "endsOn", m.registration_deadline_on as "registrationDeadlineOn", m.is_cancelled as "isCancelled"
		from mission m where m.region_code = ${caller.regionCode} and ${named} and exists (select from mission_registration g where g.mission_id = m.id)`.execute(
		db,
	);
	return rows;
}

/** What is to be followed of missions, by mission and rule, as `follow_missions` takes it (0035-missions-followed.sql). */
export async function planMissions(context: Following, of: Of): Promise<object[]> {
	const missions = await readMissions(context, of);
	if (missions.length === 0) return [];
	const rules = await readCatalogue(context);
	return missions.flatMap((mission) =>
		rules.flatMap((rule) => {
			const asked = missionRule(rule, mission, context.today);
			if (!asked) return [];
			const { dueOn, states, doneStates, isCalled } = asked;
			const title = context.language === "en" ? `${rule.titleEn}: ${mission.name}` : `${rule.titleFr}\u00A0: ${mission.name}`;
			return [
				{
					...{ mission_id: mission.id, code: rule.code, kind: rule.kind, title, due_on: dueOn, states, done_states: doneStates },
					...{ is_cancelled: mission.isCancelled, is_called: isCalled, is_moved: of.isMoved ?? false },
				},
			];
		}),
	);
}

/**
 * Follows the catalogue for one registration, one mission or, named nothing, all those that today calls for. Once by rule and registration, whatever brought it:
 * again, it finds nothing to do. `fallback`: who does what nobody answers for. Answers how many follow-ups were made, moved, closed or opened again.
 */
export async function followMissions(context: Following, of: Of, fallback: string | null): Promise<number> {
	const plan = await planMissions(context, of);
	if (plan.length === 0) return 0;
	const { rows } = await sql<{ touched: number }>`
		select follow_missions(${JSON.stringify(plan)}::jsonb, ${of.registrationId ?? null}::uuid, ${context.today}::date, ${fallback}::uuid) as touched`.execute(
		context.db,
	);
	return rows[0]?.touched ?? 0;
}
