import { fixedAnswers, type Question } from "#contract/questions.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** A question and its answers in the person's language. */
export function useAnswerWords() {
	const words = useWords(text);
	const language = useLanguage();
	const choiceLabel = ({ labelFr, labelEn }: { labelFr: string; labelEn: string }) => (language === "fr" ? labelFr : labelEn);
	const fixed: Record<string, string> = { yes: words.yes, no: words.no };
	return {
		wordingOf: ({ wordingFr, wordingEn }: Question) => (language === "fr" ? wordingFr : wordingEn),
		optionsOf: ({ kind, choices }: Question) =>
			kind === "choice"
				? choices.map((one) => ({ value: one.code, label: choiceLabel(one) }))
				: fixedAnswers[kind].map((value) => ({ value, label: fixed[value] ?? value })),
		answerOf: ({ choices }: Question, value: string) => {
			const choice = choices.find(({ code }) => code === value);
			return choice ? choiceLabel(choice) : (fixed[value] ?? value);
		},
	};
}
