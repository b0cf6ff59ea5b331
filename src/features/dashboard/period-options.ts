import type { PeriodQuery } from "#contract/indicators.ts";

export type PeriodKind = "fiscalYear" | "quarter" | "month" | "free";
type Code = { kind: Exclude<PeriodKind, "free">; code: string };

/** The office opened in the fiscal year of the deployment: nothing is dated before. */
const firstYear = 2019;

export const fiscalYearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5, 7) < "04" ? 1 : 0);
const years = (year: number) => `${year}-${year + 1}`;

/** The periods of a kind that have begun, the latest first. */
export function periodsOf(kind: Code["kind"], today: string): string[] {
	const last = fiscalYearOf(today);
	const begun = Array.from({ length: last - firstYear + 1 }, (_, at) => last - at);
	if (kind === "fiscalYear") return begun.map(years);
	const month = (Number(today.slice(5, 7)) + 8) % 12;
	if (kind === "quarter")
		return begun.flatMap((year) => [4, 3, 2, 1].filter((rank) => year < last || (rank - 1) * 3 <= month).map((rank) => `${years(year)}-T${rank}`));
	const named = (year: number, at: number) => `${year + (at > 8 ? 1 : 0)}-${String(((at + 3) % 12) + 1).padStart(2, "0")}`;
	return begun.flatMap((year) => Array.from({ length: 12 }, (_, at) => 11 - at).flatMap((at) => (year < last || at <= month ? [named(year, at)] : [])));
}

/** The period of a kind that holds a day: what changing the kind asks for. */
export function periodHolding(kind: PeriodKind, from: string, asOf: string): PeriodQuery {
	const year = fiscalYearOf(asOf);
	if (kind === "fiscalYear") return { fiscalYear: years(year) };
	if (kind === "quarter") return { quarter: `${years(year)}-T${Math.floor(((Number(asOf.slice(5, 7)) + 8) % 12) / 3) + 1}` };
	if (kind === "month") return { month: asOf.slice(0, 7) };
	return { from: from <= asOf ? from : asOf, to: asOf };
}
