import { addMonths } from "#contract/months.ts";
import type { LocalDate } from "#contract/primitives.ts";
import { type RetentionMonths, type RetentionState, retentionMonths } from "#contract/retention.ts";
import type { FieldProblem } from "../refusal.ts";

export type AtWork = { startedOn: LocalDate | null; endedOn: LocalDate | null };
export type Check = { months: RetentionMonths; knownOn: LocalDate; stillEmployed: boolean };

/** The day on which a person has worked so many months. */
export const retentionDay = (startedOn: LocalDate, months: RetentionMonths): LocalDate => addMonths(startedOn, months);

/**
 * What is known after so many months (domain §3.1, « rétention n mois »). Who left by that day has left, and later months with it; who left after it, or is known at work
 * later, was still employed. The same as i12-retention.ts says in SQL.
 */
export function retentionState(
	{ startedOn, endedOn }: AtWork & { startedOn: LocalDate },
	checks: readonly Check[],
	months: RetentionMonths,
	today: LocalDate,
): RetentionState {
	const day = retentionDay(startedOn, months);
	if (endedOn !== null && endedOn <= day) return "left";
	if (day > today) return checks.some((check) => !check.stillEmployed && check.months <= months) ? "left" : "toCome";
	if (checks.some((check) => !check.stillEmployed && check.months <= months)) return "left";
	return endedOn !== null || checks.some((check) => check.stillEmployed && check.months >= months) ? "employed" : "unknown";
}

/** What is wrong with one check beside the line and its other checks: too early, or against what else is known. */
export function faultOfCheck(check: Check, { startedOn, endedOn }: AtWork, others: readonly Check[], today: LocalDate): FieldProblem | null {
	if (startedOn === null) return { path: "months", code: "work-not-started" };
	const day = retentionDay(startedOn, check.months);
	if (check.knownOn > today) return { path: "knownOn", code: "date-in-future" };
	if (check.knownOn < day) return { path: "knownOn", code: "before-retention-day", parameters: { day } };
	if (check.stillEmployed && endedOn !== null && endedOn <= day) return { path: "stillEmployed", code: "against-departure" };
	if (!check.stillEmployed && endedOn !== null && endedOn > day) return { path: "stillEmployed", code: "against-departure" };
	const isAgainst = others.some(
		({ months, stillEmployed }) => stillEmployed !== check.stillEmployed && (check.stillEmployed ? months < check.months : months > check.months),
	);
	return isAgainst ? { path: "stillEmployed", code: "against-retention" } : null;
}

/** The line as it would be, beside what is known of it already: its start and its end may not gainsay a check. */
export function faultsOfWork(line: AtWork, checks: readonly Check[], today: LocalDate): FieldProblem[] {
	for (const check of checks) {
		const fault = faultOfCheck(check, line, [], today);
		if (fault) return [{ path: fault.path === "stillEmployed" ? "endedOn" : "startedOn", code: "against-retention" }];
	}
	return [];
}

/** What the follow-ups of a line need of its checks: the last month told of, or every one after a departure. */
export function answeredMonths(checks: readonly Check[]): RetentionMonths[] {
	const last = Math.max(0, ...checks.map(({ months }) => months));
	return retentionMonths.filter((months) => months <= last || checks.some(({ stillEmployed }) => !stillEmployed));
}
