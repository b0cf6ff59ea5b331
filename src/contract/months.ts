/** A month later on the same date, or on its last day when the month is shorter. */
export function addMonths(day: string, months: number): string {
	const [year, month, date] = day.split("-").map(Number) as [number, number, number];
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
	return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}
