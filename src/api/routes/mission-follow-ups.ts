import { type RawBuilder, sql } from "kysely";
import type { FollowUpRule } from "#contract/follow-ups.ts";
import type { RegistrationState } from "#contract/mission-registrations.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Context } from "../caller.ts";
import { type MissionFollowed, missionFollowUpDue } from "../rules/mission-follow-ups.ts";
import { readCatalogue } from "./follow-up-catalogue.ts";

type Row = MissionFollowed & { id: string; missionName: string; ownerId: string | null; state: RegistrationState };

const triggers = new Set(["missionEnded", "needForMission"]);

/**
 * What the catalogue calls for of registrations (domain §2.4): the registration to confirm before its deadline, the results to collect after the end.
 * Once by rule and registration, whatever brought it; one that nobody put off follows the mission's dates; one that is no longer to be done is closed.
 */
export async function followMissions(context: Context, { of }: { of: RawBuilder<boolean> }): Promise<void> {
	const { db, caller, today } = context;
	const rules = (await readCatalogue(context)).filter(({ trigger }) => triggers.has(trigger));
	const { rows } = await sql<Row>`
		select g.id, g.state, m.name as "missionName", m.ends_on as "endsOn", m.registration_deadline_on as "registrationDeadlineOn", m.is_cancelled as "isCancelled", coalesce(g.advisor_id, e.advisor_id) as "ownerId"
		from mission_registration g join mission m on m.id = g.mission_id join employer e on e.id = g.employer_id
		where ${of} and g.region_code = ${caller.regionCode} and e.region_code = ${caller.regionCode} and e.archived_on is null`.execute(db);
	for (const row of rows) {
		await settle(context, row, rules);
		for (const rule of rules) {
			const dueOn = missionFollowUpDue(rule, row, today);
			if (dueOn) await write(context, row, rule, dueOn);
		}
	}
}

async function write({ db, newId, caller, today, language }: Context, row: Row, rule: FollowUpRule, dueOn: LocalDate): Promise<void> {
	const title = language === "en" ? `${rule.titleEn}: ${row.missionName}` : `${rule.titleFr}\u00A0: ${row.missionName}`;
	await sql`
		insert into follow_up (id, region_code, employer_id, support_case_id, kind, title, owner_id, due_on, created_on, rule_code, registration_id)
		select ${newId()}::uuid, g.region_code, g.employer_id, (select c.id from support_case c where c.employer_id = g.employer_id and c.region_code = g.region_code and c.closed_on is null order by c.opened_on desc, c.id limit 1),
			${rule.kind}, left(${title}::text, 200), ${row.ownerId ?? caller.personId}::uuid, ${dueOn}::date, ${today}::date, ${rule.code}, g.id
		from mission_registration g where g.id = ${row.id}
		on conflict (registration_id, rule_code) where registration_id is not null
			do update set due_on = excluded.due_on where follow_up.done_on is null and follow_up.postponements = 0 and follow_up.due_on <> excluded.due_on`.execute(
		db,
	);
}

/** Registered, there is nothing left to confirm; withdrawn, nothing left at all. */
async function settle({ db, today }: Context, { id, state }: Row, rules: readonly FollowUpRule[]): Promise<void> {
	if (state === "interested") return;
	const isWithdrawn = state === "withdrawn";
	const codes = rules.filter(({ trigger }) => isWithdrawn || trigger === "needForMission").map(({ code }) => code);
	if (codes.length === 0) return;
	await sql`update follow_up set done_on = ${today}::date, cancel_reason = ${isWithdrawn ? "notNeeded" : null}
		where registration_id = ${id} and done_on is null and rule_code in (${sql.join(codes)})`.execute(db);
}
