import type { FollowUp } from "#contract/follow-ups.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** « chaque semaine », « tous les 2 mois ». */
export function useRepeatWording(): (followUp: Pick<FollowUp, "repeatEvery" | "repeatUnit">) => string | null {
	const words = useWords(text);
	return ({ repeatEvery, repeatUnit }) =>
		repeatEvery === null || repeatUnit === null ? null : repeatEvery === 1 ? words.repeats.each[repeatUnit] : words.repeats.every[repeatUnit](repeatEvery);
}
