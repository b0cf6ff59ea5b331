import type { LocalDate } from "#contract/primitives.ts";
import type { VisitReport } from "#contract/visit-report.ts";
import type { VisitPrefill } from "#contract/visits.ts";

export type PastReport = { visitId: string; occurredOn: LocalDate; report: VisitReport };
/** The record of the employer: what is known of it before anybody visited. */
export type KnownEmployer = { createdOn: LocalDate; activity: string | null; sectorCode: string | null; employeeCount: number | null };

const says = (block: object | undefined): boolean => Object.values(block ?? {}).some((value) => value !== null && value !== undefined && value !== "");

/** The last that was said of each block, whichever report said it: a call between two visits does not empty the portrait. `past` is the latest first. */
export function prefillFrom(past: readonly PastReport[], employer: KnownEmployer): VisitPrefill {
	const last = <Name extends "profile" | "capacity" | "consent">(name: Name) => {
		const found = past.find(({ report }) => says(report[name]));
		return found ? { visitId: found.visitId, occurredOn: found.occurredOn, block: found.report[name] as NonNullable<VisitReport[Name]> } : null;
	};
	const { createdOn, activity, sectorCode, employeeCount } = employer;
	const known = { activity, sectorCode, employeesTotal: employeeCount };
	return {
		profile: last("profile") ?? (says(known) ? { visitId: null, occurredOn: createdOn, block: known } : null),
		capacity: last("capacity"),
		consent: last("consent"),
	};
}
