import { useMemo } from "react";
import { useWords } from "#lib/words.ts";
import { text as field } from "./field/text.ts";
import type { ArticleOf } from "./find-topics.ts";
import { text as lists } from "./lists/text.ts";
import { text as office } from "./office/text.ts";
import { text as start } from "./start/text.ts";
import { text as tools } from "./tools/text.ts";

/** Every page, in the person's language. Fetched with the help alone: no other screen carries it. */
export function useArticles(): ArticleOf {
	const [first, second, third, fourth, fifth] = [useWords(start), useWords(field), useWords(tools), useWords(lists), useWords(office)];
	return useMemo(() => {
		const pages = { ...first.pages, ...second.pages, ...third.pages, ...fourth.pages, ...fifth.pages };
		return (topic) => pages[topic];
	}, [first, second, third, fourth, fifth]);
}
