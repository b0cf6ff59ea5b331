import type { ResultMeasure } from "#contract/mission-measures.ts";
import type { LocalDate } from "#contract/primitives.ts";

type Fault = { code: string; parameters?: Record<string, number> };
/** Values of a row as known on one day. */
export type ResultValues = Partial<Record<ResultMeasure, number>>;
/** A value and the day on which it was known. */
export type DatedResult = { measure: ResultMeasure; knownOn: LocalDate; value: number };

/** What nobody can know before the mission has begun. */
const onSite = new Set<ResultMeasure>(["interviews", "offers", "hires", "arrivals", "employed6", "employed12"]);
/** Each of these is counted among the hires. */
const amongHires = ["arrivals", "employed6", "employed12"] as const satisfies ResultMeasure[];

/** Why a value that is typed is refused, or null: a result needs a registration, and an interview or a hire is not known before the mission starts. */
export function faultOfResult(
	measure: ResultMeasure,
	{ registeredOn, missionStartsOn, knownOn }: { registeredOn: LocalDate | null; missionStartsOn: LocalDate; knownOn: LocalDate },
): Fault | null {
	if (registeredOn === null) return { code: "not-registered" };
	return onSite.has(measure) && knownOn < missionStartsOn ? { code: "before-mission" } : null;
}

/** Which measures of a row go beyond its hires (domain §5 « hire ≥ interview; arrival ≥ … »). */
export const beyondHires = (values: ResultValues): { measure: ResultMeasure; fault: Fault }[] =>
	amongHires.flatMap((measure) => {
		const [value, hires] = [values[measure] ?? 0, values.hires ?? 0];
		return value > hires ? [{ measure, fault: { code: "more-than-hires", parameters: { value, hires } } }] : [];
	});

/** The rows that stand from a day on: on that day, and on each later one on which something was known. */
export function rowsFrom(results: readonly DatedResult[], from: LocalDate): ResultValues[] {
	const inOrder = [...results].sort((a, b) => (a.knownOn < b.knownOn ? -1 : 1));
	const days = [...new Set([from, ...inOrder.map(({ knownOn }) => knownOn).filter((day) => day > from)])];
	return days.map((day) => Object.fromEntries(inOrder.filter(({ knownOn }) => knownOn <= day).map(({ measure, value }) => [measure, value])));
}
