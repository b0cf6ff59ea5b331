import type { MissionRegistration } from "#contract/mission-registrations.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { FieldProblem } from "../refusal.ts";

type Days = { startsOn: LocalDate; endsOn: LocalDate; registrationDeadlineOn: LocalDate | null; applicationDeadlineOn: LocalDate | null };

/** A mission ends on or after its first day; employers and candidates register before it is over (domain §1.6, §5 « closing ≥ opening »). */
export function faultsOfMissionDays({ startsOn, endsOn, registrationDeadlineOn, applicationDeadlineOn }: Days): FieldProblem[] {
	const deadlines = { registrationDeadlineOn, applicationDeadlineOn };
	return [
		...(endsOn < startsOn ? [{ path: "endsOn", code: "end-before-start" }] : []),
		...Object.entries(deadlines).flatMap(([path, day]) => (day !== null && day > endsOn ? [{ path, code: "deadline-after-end" }] : [])),
	];
}

type Steps = Pick<MissionRegistration, "invitedOn" | "interestedOn" | "registeredOn" | "confirmedOn" | "tookPartOn" | "withdrawnOn" | "withdrawReason">;

/** Steps come in their order, each on its day or after the one before; nobody takes part before the mission starts, nor tomorrow. */
export function faultsOfRegistration(steps: Steps, mission: Pick<Days, "startsOn">, today: LocalDate): FieldProblem[] {
	const order = ["invitedOn", "interestedOn", "registeredOn", "confirmedOn", "tookPartOn"] as const;
	const faults: FieldProblem[] = [];
	let last: LocalDate = "";
	for (const path of [...order, "withdrawnOn"] as const) {
		const day = steps[path];
		if (day === null) continue;
		if (day > today) faults.push({ path, code: "date-in-future" });
		else if (day < last) faults.push({ path, code: "step-before-last" });
		last = day > last ? day : last;
	}
	if (steps.interestedOn === null && (steps.invitedOn === null || steps.registeredOn !== null)) faults.push({ path: "interestedOn", code: "required" });
	if (steps.confirmedOn !== null && steps.registeredOn === null) faults.push({ path: "registeredOn", code: "required" });
	if (steps.tookPartOn !== null && steps.registeredOn === null) faults.push({ path: "registeredOn", code: "required" });
	if (steps.tookPartOn !== null && steps.tookPartOn < mission.startsOn) faults.push({ path: "tookPartOn", code: "before-mission" });
	if (steps.tookPartOn !== null && steps.withdrawnOn !== null) faults.push({ path: "withdrawnOn", code: "took-part" });
	if (steps.withdrawnOn !== null && steps.withdrawReason === null) faults.push({ path: "withdrawReason", code: "required" });
	if (steps.withdrawnOn === null && steps.withdrawReason !== null) faults.push({ path: "withdrawnOn", code: "required" });
	return faults.filter((fault, index) => faults.findIndex(({ path }) => path === fault.path) === index);
}
