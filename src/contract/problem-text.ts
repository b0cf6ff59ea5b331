import type { RefusalCode } from "./endpoint.ts";
import { fieldsEn, problemsEn } from "./problem-text.en.ts";
import { type FieldParameters, fieldsFr, problemsFr, sentenceIn } from "./problem-text.fr.ts";

export type ProblemLanguage = "fr" | "en";

/** The sentence of a stable code, in the language asked. Loaded by the API; the screen shows what the API answers. */
export const problemSentence = (code: RefusalCode, language: ProblemLanguage) => (language === "en" ? problemsEn : problemsFr)[code];

export const fieldSentence = (code: string, language: ProblemLanguage, parameters?: FieldParameters) =>
	sentenceIn(language === "en" ? fieldsEn : fieldsFr, code, parameters);

/** `Accept-Language` → fr unless English is asked first. */
export const languageOf = (header: string | null): ProblemLanguage => (/^\s*en\b/i.test(header ?? "") ? "en" : "fr");
