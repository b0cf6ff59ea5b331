import { useCallback } from "react";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

const inSentence = (label: string) => label.charAt(0).toLocaleLowerCase() + label.slice(1);

/** « 4 postes · bouchers industriels et 1 autre profession ». */
export function usePostsWording(): (row: SupportCaseRow) => string {
	const words = useWords(text);
	const { plural } = useFormat();
	return useCallback(
		({ posts, openPosts, occupationLabel, occupations }) => {
			if (posts === 0 || occupationLabel === null) return words.noNeed;
			const others = occupations > 1 ? words.otherOccupations(occupations - 1) : "";
			return `${openPosts === 0 ? words.noOpenPost : plural(openPosts, words.posts.one, words.posts.other)} · ${inSentence(occupationLabel)}${others}`;
		},
		[words, plural],
	);
}
