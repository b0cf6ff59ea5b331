import type { RefusalCode } from "./endpoint.ts";
import { importEn } from "./import-problem-text.en.ts";
import { importFr } from "./import-problem-text.fr.ts";
import { newcomerEn } from "./newcomer-problem-text.en.ts";
import { newcomerFr } from "./newcomer-problem-text.fr.ts";
import { plannerEn } from "./planner-problem-text.en.ts";
import { plannerFr } from "./planner-problem-text.fr.ts";
import { portalEn } from "./portal-problem-text.en.ts";
import { portalFr } from "./portal-problem-text.fr.ts";
import { fieldsEn, problemsEn } from "./problem-text.en.ts";
import { type FieldParameters, fieldsFr, problemsFr, sentenceIn } from "./problem-text.fr.ts";
import { retentionEn } from "./retention-problem-text.en.ts";
import { retentionFr } from "./retention-problem-text.fr.ts";

export type ProblemLanguage = "fr" | "en";

/** The sentence of a stable code, in the language asked. Loaded by the API; the screen shows what the API answers. */
export const problemSentence = (code: RefusalCode, language: ProblemLanguage) => (language === "en" ? problemsEn : problemsFr)[code];

/** Those that forms say too, and those of the API alone. */
const sentences = {
	fr: { ...fieldsFr, ...importFr, ...portalFr, ...plannerFr, ...retentionFr, ...newcomerFr },
	en: { ...fieldsEn, ...importEn, ...portalEn, ...plannerEn, ...retentionEn, ...newcomerEn },
};

export const fieldSentence = (code: string, language: ProblemLanguage, parameters?: FieldParameters) => sentenceIn(sentences[language], code, parameters);

/** `Accept-Language` → fr unless English is asked first. */
export const languageOf = (header: string | null): ProblemLanguage => (/^\s*en\b/i.test(header ?? "") ? "en" : "fr");
