import { use } from "react";
import { currentLanguage, useLanguage } from "./preferences.ts";

/** The words of one room: French is the master, English must match its shape and is fetched on demand. */
export type Words<T> = { fr: T; loadEnglish: () => Promise<T>; english?: T };

/**
 * `text.ts` of a feature: `export const text = defineWords(fr, () => import("./text.en.ts"))`.
 * The English module exports `en`, typed `typeof fr`: a missing sentence does not compile.
 */
export function defineWords<T>(fr: T, importEnglish: () => Promise<{ en: T }>): Words<T> {
	let pending: Promise<T> | undefined;
	const words: Words<T> = {
		fr,
		loadEnglish: () => {
			pending ??= importEnglish().then((module) => {
				words.english = module.en;
				return module.en;
			});
			return pending;
		},
	};
	return words;
}

/** The words in the person's language; suspends the first time English is asked for. */
export function useWords<T>(words: Words<T>): T {
	const language = useLanguage();
	if (language === "fr") return words.fr;
	// Always through use(): a component that suspended must call it again when it comes back.
	return use(words.loadEnglish());
}

/** For code that runs outside React (toasts, titles): what is loaded now, French when English is not there yet. */
export function wordsNow<T>(words: Words<T>): T {
	return currentLanguage() === "en" ? (words.english ?? words.fr) : words.fr;
}
