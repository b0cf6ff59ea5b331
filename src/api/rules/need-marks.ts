import type { WageHint } from "#contract/need-marks.ts";

export type Mark = { validFrom: string; isValidated: boolean };

/** The mark that holds on a day: the latest of those that began by then. */
export const markOn = <M extends Mark>(marks: readonly M[], day: string): M | null =>
	marks.filter(({ validFrom }) => validFrom <= day).reduce<M | null>((latest, mark) => (latest && latest.validFrom > mark.validFrom ? latest : mark), null);

/** High at the threshold or above it, low below (programme of temporary foreign workers; 23,08 $/h in November 2021). No wage, or no threshold known of that day: nothing is said. */
export function wageHintOf(hourlyWageCents: number | null, threshold: (Mark & { cents: number }) | null): WageHint {
	if (hourlyWageCents === null || threshold === null) return null;
	const { cents, validFrom, isValidated } = threshold;
	return { side: hourlyWageCents >= cents ? "high" : "low", thresholdCents: cents, validFrom, isValidated };
}
