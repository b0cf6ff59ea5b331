import { clockTime } from "#lib/clock.ts";
import { useFormat } from "#lib/format.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { invitationText } from "./text.ts";

/** « 10 décembre 2026, 9 h 30 ». */
export function useWhen() {
	const words = useWords(invitationText);
	const { prose } = useFormat();
	const language = useLanguage();
	return (day: string, time: string | null | undefined) => (time ? words.at(prose(day), clockTime(time, language)) : prose(day));
}
