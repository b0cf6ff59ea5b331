import { addSpan, onOrAfter } from "#contract/business-days.ts";
import type { FollowUpRule } from "#contract/follow-ups.ts";
import type { RegistrationState } from "#contract/mission-registrations.ts";
import type { LocalDate } from "#contract/primitives.ts";

export type MissionFollowed = { state: RegistrationState; endsOn: LocalDate; registrationDeadlineOn: LocalDate | null; isCancelled: boolean };

/** After the last of its three dates, a mission that is told late calls for nothing more. */
const lastDays = 90;

/** When a rule of the catalogue falls due for an employer in a mission (domain §2.4); null: it does not call for it. Never late on the day it is made. */
export function missionFollowUpDue(rule: Pick<FollowUpRule, "trigger" | "dueCount" | "dueUnit">, mission: MissionFollowed, today: LocalDate): LocalDate | null {
	const { state, endsOn, registrationDeadlineOn, isCancelled } = mission;
	if (isCancelled) return null;
	const span = { count: rule.dueCount, unit: rule.dueUnit };
	const since = (day: LocalDate) => {
		const due = addSpan(day, span);
		return onOrAfter(due > today ? due : today);
	};
	if (rule.trigger === "needForMission")
		return state === "interested" && registrationDeadlineOn !== null && registrationDeadlineOn >= today ? since(registrationDeadlineOn) : null;
	if (rule.trigger !== "missionEnded" || (state !== "confirmed" && state !== "tookPart")) return null;
	return endsOn < today && addSpan(endsOn, { count: lastDays, unit: "day" }) >= today ? since(endsOn) : null;
}
