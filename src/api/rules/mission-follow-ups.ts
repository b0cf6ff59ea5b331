import { addSpan, onOrAfter } from "#contract/business-days.ts";
import type { FollowUpRule } from "#contract/follow-ups.ts";
import type { RegistrationState } from "#contract/mission-registrations.ts";
import type { LocalDate } from "#contract/primitives.ts";

export type MissionFollowed = { endsOn: LocalDate; registrationDeadlineOn: LocalDate | null; isCancelled: boolean };
type Rule = Pick<FollowUpRule, "trigger" | "dueCount" | "dueUnit">;

/** After the last of its three dates, a mission that is told late calls for nothing more. */
export const followedDays = 90;

/** Of which registrations a rule is asked, and in which states there is nothing left of it to do. */
const statesOf: Partial<Record<string, { wanted: RegistrationState[]; done: RegistrationState[] }>> = {
	needForMission: { wanted: ["invited", "interested"], done: ["registered", "confirmed", "tookPart"] },
	// Nobody has said yet that a confirmed employer was there: the follow-up asks it too.
	missionEnded: { wanted: ["confirmed", "tookPart"], done: [] },
};

/**
 * What a rule of the catalogue asks of the employers of a mission (domain §2.4): on which day, never late on the day it is made; of which states; `isCalled`: from
 * today on, it is to be made. Null: the rule is not about missions, or this one does not name the day it counts from.
 */
export function missionRule(
	rule: Rule,
	{ endsOn, registrationDeadlineOn, isCancelled }: MissionFollowed,
	today: LocalDate,
): { dueOn: LocalDate; states: RegistrationState[]; doneStates: RegistrationState[]; isCalled: boolean } | null {
	const states = statesOf[rule.trigger];
	const since = rule.trigger === "missionEnded" ? endsOn : registrationDeadlineOn;
	if (!states || since === null) return null;
	const due = addSpan(since, { count: rule.dueCount, unit: rule.dueUnit });
	const isTime = rule.trigger === "missionEnded" ? endsOn < today && addSpan(endsOn, { count: followedDays, unit: "day" }) >= today : since >= today;
	return { dueOn: onOrAfter(due > today ? due : today), states: states.wanted, doneStates: states.done, isCalled: isTime && !isCancelled };
}

/** When a rule of the catalogue falls due for an employer in a mission; null: it does not call for it. */
export function missionFollowUpDue(rule: Rule, { state, ...mission }: MissionFollowed & { state: RegistrationState }, today: LocalDate): LocalDate | null {
	const asked = missionRule(rule, mission, today);
	return asked?.isCalled && asked.states.includes(state) ? asked.dueOn : null;
}
