import type { Page } from "playwright";
import type { Reference } from "#contract/reference.ts";
import { readApi } from "./api.ts";
import { type Language, strangersIn, wordsOf } from "./lexicon.ts";
import { keepNames, readPage } from "./reading.ts";

/** Listens to what the API answers from now on; `read` then says which words of the page are of another language, each with its line. */
export function listenForNames(page: Page, language: Language) {
	const names = keepNames(page);
	let isStranger: ((word: string) => boolean) | undefined;
	return {
		read: async (): Promise<string[]> => {
			isStranger ??= await strangersIn(language, await readApi<Reference>(page, "/reference"));
			const judge = isStranger;
			return (await readPage(page)).flatMap((line) => {
				const found = wordsOf(names.without(line)).filter(judge);
				return found.length > 0 ? [`${found.join(", ")} — ${line}`] : [];
			});
		},
	};
}
