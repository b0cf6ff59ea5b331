import { holidayOn, weekdayOf } from "#contract/business-days.ts";
import { type Filter, isAbout, printFilter } from "#contract/filter.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import { addDays } from "#lib/days.ts";

export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The Monday that an address asks for; this week's when it asks for none, or for what is no day. */
export function weekOf(du: string | null, today: string): string {
	const isDay = du !== null && /^\d{4}-\d{2}-\d{2}$/.test(du) && !Number.isNaN(Date.parse(du)) && addDays(du, 0) === du;
	return mondayOf(isDay ? du : today);
}

export type WeekDay<Row> = { day: string; holiday: ReturnType<typeof holidayOn>; items: Row[] };

/** Monday to Friday; Saturday and Sunday are there only when something is due on them. */
export function weekDays<Row extends Pick<FollowUp, "dueOn">>(monday: string, items: readonly Row[]): WeekDay<Row>[] {
	const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
	return days
		.map((day) => ({ day, holiday: holidayOn(day), items: items.filter(({ dueOn }) => dueOn === day) }))
		.filter(({ items: due }, index) => index < 5 || due.length > 0);
}

/** A week has its own days and shows what is done: of the page's filters, the others hold. */
const held = (conditions: readonly Filter[]) => conditions.filter((one) => !["done", "late", "dueOn", "doneOn"].some((field) => isAbout(one, field)));
const on = (field: string, comparison: "==" | "=ge=" | "=lt=" | "=le=", value: string): Filter => ({ field, comparison, values: [value] });

export const weekFilter = (conditions: readonly Filter[], monday: string) =>
	printFilter({ all: [...held(conditions), on("dueOn", "=ge=", monday), on("dueOn", "=le=", addDays(monday, 6))] });
/** What is left from before the week. */
export const lateFilter = (conditions: readonly Filter[], monday: string) =>
	printFilter({ all: [...held(conditions), on("done", "==", "false"), on("dueOn", "=lt=", monday)] });
