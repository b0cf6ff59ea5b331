/** `addMonths("2026-08-31", 6)` → `2027-02-28`: the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0));
	last.setUTCDate(Math.min(date, last.getUTCDate()));
	return last.toISOString().slice(0, 10);
}
