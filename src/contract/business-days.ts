import { addMonths } from "./months.ts";

/**
 * The days on which Québec's public service works: one mechanism for the API's rules and for what the screens propose and name.
 *
 * Thirteen days a year are off (collective agreements of the public service, « jours fériés et chômés »): those of the Act respecting labour standards
 * (N-1.1, art. 60), the National Holiday Act (F-1.1), and 2 January, both of Easter's days, the eves and the morrow of Christmas.
 * To be confirmed by the client: where a day goes that falls on a weekend. Known: 24 June of a Sunday goes to the 25th (F-1.1, art. 5), 1 July of a Sunday
 * to the 2nd (N-1.1, art. 60, par. 6). For the others: an eve goes to the working day before, the rest to the working day after.
 * National Day for Truth and Reconciliation (30 September) is a federal holiday: Québec's public service works.
 */
export type Holiday =
	| "newYear"
	| "secondJanuary"
	| "goodFriday"
	| "easterMonday"
	| "patriots"
	| "nationalDay"
	| "canadaDay"
	| "labourDay"
	| "thanksgiving"
	| "christmasEve"
	| "christmas"
	| "boxingDay"
	| "newYearEve";

const dayLength = 86_400_000;
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
const shift = (day: string, days: number) => new Date(time(day) + days * dayLength).toISOString().slice(0, 10);
/** 0 is Sunday. */
export const weekdayOf = (day: string) => new Date(time(day)).getUTCDay();
const isWeekend = (day: string) => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const month = Math.floor((h + l - 7 * m + 114) / 31);
	const date = ((h + l - 7 * m + 114) % 31) + 1;
	return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** The last Monday on or before a day. */
const mondayBy = (day: string) => shift(day, -((weekdayOf(day) + 6) % 7));

type Rule = { holiday: Holiday; on: (year: number) => string; offWeekend?: "before" | "after" };
const fixed = (holiday: Holiday, day: string, offWeekend: "before" | "after"): Rule => ({ holiday, on: (year) => `${year}-${day}`, offWeekend });

/** In this order: a day moved off a weekend takes the first working day that those before it have left. */
const rules: readonly Rule[] = [
	fixed("newYear", "01-01", "after"),
	fixed("secondJanuary", "01-02", "after"),
	{ holiday: "goodFriday", on: (year) => shift(easterOf(year), -2) },
	{ holiday: "easterMonday", on: (year) => shift(easterOf(year), 1) },
	// « Le lundi qui précède le 25 mai »: from the 18th to the 24th.
	{ holiday: "patriots", on: (year) => mondayBy(`${year}-05-24`) },
	fixed("nationalDay", "06-24", "after"),
	fixed("canadaDay", "07-01", "after"),
	{ holiday: "labourDay", on: (year) => mondayBy(`${year}-09-07`) },
	{ holiday: "thanksgiving", on: (year) => mondayBy(`${year}-10-14`) },
	fixed("christmas", "12-25", "after"),
	fixed("boxingDay", "12-26", "after"),
	fixed("christmasEve", "12-24", "before"),
	fixed("newYearEve", "12-31", "before"),
];

const years = new Map<number, Map<string, Holiday>>();
function holidaysOf(year: number): Map<string, Holiday> {
	const known = years.get(year);
	if (known) return known;
	const found = new Map<string, Holiday>();
	const plain = new Set(rules.map(({ on }) => on(year)).filter((day) => !isWeekend(day)));
	for (const { holiday, on, offWeekend } of rules) {
		let day = on(year);
		if (isWeekend(day)) while (isWeekend(day) || plain.has(day) || found.has(day)) day = shift(day, offWeekend === "before" ? -1 : 1);
		found.set(day, holiday);
	}
	years.set(year, found);
	return found;
}

/** The holiday of a day, if any. */
export const holidayOn = (day: string): Holiday | null => holidaysOf(Number(day.slice(0, 4))).get(day) ?? null;

export const isBusinessDay = (day: string): boolean => !isWeekend(day) && holidayOn(day) === null;

/** The day itself when one works, else the next. */
export const onOrAfter = (day: string): string => (isBusinessDay(day) ? day : onOrAfter(shift(day, 1)));
const onOrBefore = (day: string): string => (isBusinessDay(day) ? day : onOrBefore(shift(day, -1)));

/** `addBusinessDays("2026-11-24", 2)` → `2026-11-26`; backwards when negative. */
export function addBusinessDays(from: string, count: number): string {
	let day = from;
	for (let left = Math.abs(count); left > 0; left -= 1) day = count > 0 ? onOrAfter(shift(day, 1)) : onOrBefore(shift(day, -1));
	return day;
}

export type Span = { count: number; unit: "businessDay" | "day" | "week" | "month" };
/** A span from a day on, backwards when negative. */
export function addSpan(day: string, { count, unit }: Span): string {
	if (unit === "businessDay") return addBusinessDays(day, count);
	return unit === "month" ? addMonths(day, count) : shift(day, count * (unit === "week" ? 7 : 1));
}
