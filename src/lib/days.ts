import { useCallback } from "react";
import { type Language, useLanguage } from "./preferences.ts";

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** `addDays("2026-11-24", 7)` → `2026-12-01`. */
export const addDays = (day: string, days: number): string => new Date(noon(day) + days * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number => Math.round((noon(to) - noon(from)) / 86_400_000);

/** late: the day has passed · soon: within a week · later. */
export type Urgency = "late" | "soon" | "later";
export const urgencyOf = (dueOn: string, today: string): Urgency => (dueOn < today ? "late" : daysBetween(today, dueOn) <= 7 ? "soon" : "later");

/** How each urgency is tinted; the word beside it says the same. */
export const urgencyTone = { late: "red", soon: "amber", later: "neutral" } as const satisfies Record<Urgency, string>;

/** A day as one says it: « hier », « demain », « jeudi » within the week, « 24 août » this year, « 24 août 2025 » otherwise. */
export function nearDay(day: string, today: string, language: Language): string {
	const tag = language === "fr" ? "fr-CA" : "en-CA";
	const distance = daysBetween(today, day);
	if (Math.abs(distance) <= 1) return new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(distance, "day");
	const date = new Date(noon(day));
	if (distance > 1 && distance < 7) return new Intl.DateTimeFormat(tag, { weekday: "long", timeZone: "UTC" }).format(date);
	const isThisYear = day.slice(0, 4) === today.slice(0, 4);
	const text = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }), timeZone: "UTC" }).format(date);
	// ICU writes « 1 sept. »; Québec writes « 1er sept. » (Vitrine linguistique).
	return language === "fr" ? text.replace(/^1 /, "1er ") : text;
}

export function useNearDay(today: string): (day: string) => string {
	const language = useLanguage();
	return useCallback((day: string) => nearDay(day, today, language), [today, language]);
}

/** `2026-11-26` → « jeudi ». */
export function useWeekday(): (day: string) => string {
	const language = useLanguage();
	return useCallback((day: string) => new Intl.DateTimeFormat(`${language}-CA`, { weekday: "long", timeZone: "UTC" }).format(noon(day)), [language]);
}
