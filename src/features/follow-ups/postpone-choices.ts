import { addBusinessDays, onOrAfter, weekdayOf } from "#contract/business-days.ts";
import { addDays } from "#lib/days.ts";

export type PostponeChoice = { id: "tomorrow" | "monday" | "twoWeeks"; day: string };

/** Tomorrow, next Monday, in two weeks: on days one works, each only if it is another day than those before it. */
export function postponeChoices(today: string): PostponeChoice[] {
	const all: PostponeChoice[] = [
		{ id: "tomorrow", day: addBusinessDays(today, 1) },
		{ id: "monday", day: onOrAfter(addDays(today, (8 - weekdayOf(today)) % 7 || 7)) },
		{ id: "twoWeeks", day: onOrAfter(addDays(today, 14)) },
	];
	return all.filter(({ day }, index) => all.findIndex((one) => one.day === day) === index);
}
