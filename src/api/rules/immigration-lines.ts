import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { type ImmigrationStep, immigrationSteps, isImmigrationPath, stepNeeded, stepsOf } from "#contract/immigration-steps.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { FieldProblem } from "../refusal.ts";

type Steps = Pick<ImmigrationLine, ImmigrationStep | "path" | "stream" | "permitExpiresOn" | "endedOn" | "endReason">;

/**
 * Steps are those of the path, come in its order, each on its day or after the one before, never tomorrow; nobody arrives before the permit is approved (domain §2.5 and §5,
 * « arrival ≥ permit approval »), nor is hired at a mission before it begins. A permit expires after it was approved. What ends says why.
 */
export function faultsOfLine(line: Steps, { today, missionStartsOn }: { today: LocalDate; missionStartsOn: LocalDate | null }): FieldProblem[] {
	const own = stepsOf(line.path);
	const faults: FieldProblem[] = [];
	let last: LocalDate = line.hiredOn;
	for (const path of immigrationSteps) {
		const day = line[path];
		if (day === null) continue;
		if (!own.includes(path)) faults.push({ path, code: "step-not-of-path" });
		else if (day > today) faults.push({ path, code: "date-in-future" });
		else if (day < last) faults.push({ path, code: "step-before-last" });
		last = day > last ? day : last;
		const needed: ImmigrationStep | undefined = isImmigrationPath(line.path) ? stepNeeded[line.path]?.[path] : undefined;
		if (needed && line[needed] === null) faults.push({ path: needed, code: "step-needed" });
	}
	if (missionStartsOn !== null && line.hiredOn < missionStartsOn) faults.push({ path: "hiredOn", code: "before-mission" });
	if (line.stream !== null && line.path !== "tfwp" && isImmigrationPath(line.path)) faults.push({ path: "stream", code: "stream-not-of-path" });
	if (line.permitExpiresOn !== null && line.permitApprovedOn !== null && line.permitExpiresOn <= line.permitApprovedOn)
		faults.push({ path: "permitExpiresOn", code: "end-before-start" });
	// Renewals rest on it: of a permit that is not approved, no day of expiry.
	if (line.permitExpiresOn !== null && line.permitApprovedOn === null && own.includes("permitApprovedOn"))
		faults.push({ path: "permitApprovedOn", code: "step-needed" });
	if (line.endedOn !== null && line.endedOn > today) faults.push({ path: "endedOn", code: "date-in-future" });
	else if (line.endedOn !== null && line.endedOn < last) faults.push({ path: "endedOn", code: "step-before-last" });
	if (line.endedOn !== null && line.endReason === null) faults.push({ path: "endReason", code: "required" });
	if (line.endedOn === null && line.endReason !== null) faults.push({ path: "endedOn", code: "required" });
	return faults.filter((fault, index) => faults.findIndex(({ path }) => path === fault.path) === index);
}
