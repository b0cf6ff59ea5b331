import type { Language } from "./preferences.ts";

/** `13:30` → « 13 h 30 », `09:00` → « 9 h » (Vitrine linguistique); in English, « 1:30 pm ». */
export function clockTime(time: string, language: Language): string {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	const minutes = String(minute).padStart(2, "0");
	if (language === "fr") return `${hour}\u00A0h${minute === 0 ? "" : `\u00A0${minutes}`}`;
	return `${hour % 12 || 12}${minute === 0 ? "" : `:${minutes}`}\u00A0${hour < 12 ? "am" : "pm"}`;
}
