import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { issuesOf } from "#contract/issues.ts";
import { fieldsFr, sentenceIn } from "#contract/problem-text.fr.ts";
import { errorSentence } from "./error-sentence.ts";
import { ApiError } from "./http.ts";
import { same } from "./merge.ts";
import { currentLanguage, usePreferences } from "./preferences.ts";
import { defineWords, wordsNow } from "./words.ts";

export type FieldProblem = { path: string; message: string; code?: string };

/** The API's own sentences, in one language: a form does not carry the other, which comes as soon as it is asked for. */
const sentences = defineWords(fieldsFr, async () => ({ en: (await import("#contract/problem-text.en.ts")).fieldsEn }));
const loadLanguage = () => currentLanguage() === "en" && sentences.loadEnglish();
loadLanguage();
usePreferences.subscribe(loadLanguage);

type Parsed = { success: true } | { success: false; error: Parameters<typeof issuesOf>[0] };

/** What the contract already refuses, in the API's own sentences: a mistake is shown before anything is sent. */
export function problemsOf(schema: { safeParse: (value: unknown, options: { reportInput: true }) => Parsed }, body: unknown): FieldProblem[] {
	const result = schema.safeParse(body, { reportInput: true });
	return result.success
		? []
		: issuesOf(result.error).map(({ path, code, parameters }) => ({
				path,
				// A box left empty is not a mistake of form: « À remplir. », not « Date invalide ».
				message: sentenceIn(wordsNow(sentences), valueAt(body, path) === "" ? "required" : code, parameters),
			}));
}

const valueAt = (body: unknown, path: string): unknown =>
	path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], body);

/** What the API refused: beside the fields it named, and otherwise one sentence. */
export const problemsOfError = (error: Error): FieldProblem[] =>
	error instanceof ApiError && error.problem.errors?.length ? error.problem.errors : [{ path: "", message: errorSentence(error) }];

/**
 * Puts each problem beside its field and the focus on the first; answers the sentences that belong to no field of the form.
 * `fieldOf` renames a path of the body into a field of the form.
 */
export function showProblems<Values extends FieldValues>(
	form: Pick<UseFormReturn<Values>, "setError" | "getValues">,
	problems: readonly FieldProblem[],
	fieldOf: (path: string) => string = (path) => path,
): string[] {
	const fields = Object.keys(form.getValues());
	const others: string[] = [];
	let isFirst = true;
	for (const { path, message } of problems) {
		const field = fieldOf(path);
		if (!fields.includes(field.split(".")[0] ?? "")) others.push(message);
		else {
			form.setError(field as FieldPath<Values>, { type: "api", message }, { shouldFocus: isFirst });
			isFirst = false;
		}
	}
	return [...new Set(others)];
}

/** Somebody saved first: a box the person did not touch follows the record, a touched one keeps what was typed. A list is what it holds: a form keeps its own copy. */
export function followCurrent<Values extends FieldValues>(form: Pick<UseFormReturn<Values>, "getValues" | "setValue">, before: Values, now: Values): void {
	for (const field of Object.keys(now) as FieldPath<Values>[]) if (same(form.getValues(field), before[field])) form.setValue(field, now[field]);
}
