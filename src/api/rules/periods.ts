import type { PeriodQuery } from "#contract/indicators.ts";
import type { LocalDate } from "#contract/primitives.ts";
import { addDays, daysBetween } from "./calendar.ts";

/** A window of days cut at the day it is read as of. `to` is the last day of the period, even when it is to come. */
export type Period = { kind: "fiscalYear" | "quarter" | "month" | "free"; code: string | null; from: LocalDate; to: LocalDate; asOf: LocalDate };

export class PeriodError extends Error {
	readonly code: "period" | "one-period" | "date-in-future";
	readonly field: string;
	constructor(code: PeriodError["code"], field: string) {
		super(`${field}: ${code}`);
		this.code = code;
		this.field = field;
	}
}

const two = (value: number) => String(value).padStart(2, "0");
const firstOf = (year: number, month: number): LocalDate => `${year + Math.floor((month - 1) / 12)}-${two(((((month - 1) % 12) + 12) % 12) + 1)}-01`;
const months = (kind: Period["kind"], code: string | null, year: number, month: number, length: number): Omit<Period, "asOf"> => ({
	kind,
	code,
	from: firstOf(year, month),
	to: addDays(firstOf(year, month + length), -1),
});

/** The fiscal year of a day begins on April 1st: « 2020-2021 » holds 2021-03-31. */
export const fiscalYearOf = (day: LocalDate): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < "04" ? 1 : 0);
export const fiscalYear = (year: number) => months("fiscalYear", `${year}-${year + 1}`, year, 4, 12);
/** T1 April–June, T2 July–September, T3 October–December, T4 January–March. */
export const quarter = (year: number, rank: number) => months("quarter", `${year}-${year + 1}-T${rank}`, year, 1 + rank * 3, 3);
export const month = (year: number, rank: number) => {
	const first = firstOf(year, rank);
	return months("month", first.slice(0, 7), year, rank, 1);
};

function asked({ fiscalYear: years, quarter: ranked, month: monthly, from, to }: PeriodQuery): Omit<Period, "asOf"> | null {
	if ([years, ranked, monthly, from ?? to].filter((one) => one !== undefined).length > 1) throw new PeriodError("one-period", "query.from");
	if (from !== undefined || to !== undefined) {
		if (from === undefined || to === undefined || from > to) throw new PeriodError("one-period", from === undefined ? "query.from" : "query.to");
		return { kind: "free", code: null, from, to };
	}
	if (monthly !== undefined) return month(Number(monthly.slice(0, 4)), Number(monthly.slice(5)));
	const text = years ?? ranked;
	if (text === undefined) return null;
	const year = Number(text.slice(0, 4));
	if (Number(text.slice(5, 9)) !== year + 1) throw new PeriodError("period", years === undefined ? "query.quarter" : "query.fiscalYear");
	return years === undefined ? quarter(year, Number(text.slice(-1))) : fiscalYear(year);
}

/** What is asked, on which day; a period that is over is read on its last day unless another is said. */
export function readPeriod(query: PeriodQuery, today: LocalDate): Period {
	if (query.asOf !== undefined && query.asOf > today) throw new PeriodError("date-in-future", "query.asOf");
	const wanted = asked(query) ?? fiscalYear(fiscalYearOf(query.asOf ?? today));
	return { ...wanted, asOf: query.asOf ?? (wanted.to < today ? wanted.to : today) };
}

/** The last day counted: that of the period, or the day it is read as of. */
export const endOf = ({ to, asOf }: Period): LocalDate => (asOf < to ? asOf : to);

function before({ kind, code, from, to }: Period): Omit<Period, "asOf"> {
	const year = Number((code ?? from).slice(0, 4));
	if (kind === "fiscalYear") return fiscalYear(year - 1);
	if (kind === "month") return month(year, Number(from.slice(5, 7)) - 1);
	if (kind === "free") return { kind, code: null, from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
	const rank = Number(code?.slice(-1));
	return rank === 1 ? quarter(year - 1, 4) : quarter(year, rank - 1);
}

/** The equal window before: as many days of the period before; all of it when all of this one is counted. */
export function previousOf(period: Period): Period {
	const window = before(period);
	const end = endOf(period);
	const sameLength = addDays(window.from, daysBetween(period.from, end));
	const to = end === period.to || sameLength > window.to ? window.to : sameLength;
	// What is read later than the period's end is compared with what was as late.
	return { ...window, asOf: addDays(to, Math.max(0, daysBetween(end, period.asOf))) };
}
