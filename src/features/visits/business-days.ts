import { addDays } from "#lib/days.ts";

// Fixed closures of the public service; the moving ones are left to the person, who sees the day.
const closures = new Set(["01-01", "01-02", "06-24", "07-01", "12-24", "12-25", "12-26", "12-31"]);

const isBusinessDay = (day: string) => {
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !closures.has(day.slice(5));
};

/** `addBusinessDays("2026-11-24", 2)` → `2026-11-26`. */
export function addBusinessDays(from: string, count: number): string {
	let day = from;
	for (let left = count; left > 0; left -= 1)
		do day = addDays(day, 1);
		while (!isBusinessDay(day));
	return day;
}
