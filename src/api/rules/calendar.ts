import type { LocalDate } from "#contract/primitives.ts";

const toronto = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto", year: "numeric", month: "2-digit", day: "2-digit" });

/** The ministry's day at an instant: a visit at 21 h belongs to that evening, not to tomorrow's UTC. */
export const dayOf = (instant: Date): LocalDate => toronto.format(instant);

const hour = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto", hour: "2-digit", hourCycle: "h23" });
/** The hour of the clocks there, from 0 to 23. */
export const hourOf = (instant: Date): number => Number(hour.format(instant));

/** `addDays("2026-11-24", 7)` → `2026-12-01`. */
export const addDays = (day: LocalDate, days: number): LocalDate => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
