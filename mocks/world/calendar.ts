/** Days are whole numbers here and `YYYY-MM-DD` in the rows. */
export type Day = number;

export const day = (iso: string): Day => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const iso = (value: Day): string => new Date(value * 86_400_000).toISOString().slice(0, 10);

const holidays = new Set(["01-01", "01-02", "06-24", "07-01", "12-24", "12-25", "12-26", "12-31"]);
const isBusinessDay = (value: Day) => {
	const weekday = (value + 4) % 7;
	return weekday !== 0 && weekday !== 6 && !holidays.has(iso(value).slice(5));
};

export const onOrAfter = (value: Day): Day => (isBusinessDay(value) ? value : onOrAfter(value + 1));
export const onOrBefore = (value: Day): Day => (isBusinessDay(value) ? value : onOrBefore(value - 1));

/** The day `count` business days away, backwards when negative. */
export function addBusinessDays(from: Day, count: number): Day {
	let value = from;
	for (let left = Math.abs(count); left > 0; left--) value = count > 0 ? onOrAfter(value + 1) : onOrBefore(value - 1);
	return value;
}

export const yearOf = (value: Day): number => Number(iso(value).slice(0, 4));
/** The Québec fiscal year that begins on 1 April, named by its first year. */
export const fiscalYearOf = (value: Day): number => yearOf(value) - (iso(value).slice(5) < "04-01" ? 1 : 0);

/** The regional deployment was announced on this day: accompanied employers are counted from it. */
export const DEPLOYMENT = day("2019-08-28");
/** The published figures are « au 31 mars 2021 »: the world is the same up to here, whatever today is. */
export const CUTOFF = day("2021-03-31");
/** Brome-Missisquoi and La Haute-Yamaska left for Estrie. */
export const TRANSFER = day("2021-07-08");
