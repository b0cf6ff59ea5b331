import { addSpan, onOrAfter } from "#contract/business-days.ts";
import type { LocalDate } from "#contract/primitives.ts";

export type Repetition = { every: number; unit: "day" | "week" | "month" };

/**
 * The next day of a series: the first, counted from where the series began, that comes after what was done and after the day it was done. A late « done » does
 * not make a late next, a date put off does not shift the series, and the 31st comes back after a shorter month. On a closed day it waits for the next open one.
 */
export function nextDue({ every, unit }: Repetition, from: LocalDate, dueOn: LocalDate, doneOn: LocalDate): LocalDate {
	const after = dueOn > doneOn ? dueOn : doneOn;
	for (let times = 1; ; times += 1) {
		const day = onOrAfter(addSpan(from, { count: every * times, unit }));
		if (day > after) return day;
	}
}
