import type { ResultMeasure } from "#contract/mission-results.ts";
import type { LocalDate } from "#contract/primitives.ts";

export type ResultFacts = { registeredOn: LocalDate | null; missionStartsOn: LocalDate; knownOn: LocalDate; values: Partial<Record<ResultMeasure, number>> };

/** What nobody can know before the mission has begun. */
const onSite = new Set<ResultMeasure>(["interviews", "offers", "hires", "arrivals", "employed6", "employed12"]);
/** Each of these is counted among those of the other. */
const among: Partial<Record<ResultMeasure, ResultMeasure>> = { arrivals: "hires", employed6: "hires", employed12: "hires" };

/**
 * Why a cell of the grid is refused, or null (domain §5 « hire ≥ interview; arrival ≥ … »): a result needs a registration, an interview or a hire is not known before the
 * mission starts, and there are no more arrivals than hires. `values` are those of the row as it would be.
 */
export function faultOfResult(
	measure: ResultMeasure,
	{ registeredOn, missionStartsOn, knownOn, values }: ResultFacts,
): { code: string; parameters?: Record<string, number> } | null {
	const value = values[measure];
	if (value === undefined) return null;
	if (registeredOn === null) return { code: "not-registered" };
	if (onSite.has(measure) && knownOn < missionStartsOn) return { code: "before-mission" };
	const whole = among[measure];
	const most = whole ? (values[whole] ?? 0) : value;
	return value > most ? { code: "more-than-hires", parameters: { value, hires: most } } : null;
}
