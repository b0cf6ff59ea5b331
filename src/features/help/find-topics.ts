import { fold } from "#contract/fold.ts";
import { type Article, sentencesOf } from "./article.ts";
import { type Topic, topics } from "./topics.ts";

export type ArticleOf = (topic: Topic) => Article;

const singular = (word: string) => (word.length > 3 ? word.replace(/[sx]$/, "") : word);
const weightOf = (index: number) => (index === 0 ? 8 : index < 3 ? 4 : 1);

/** The pages that have every word typed, in any form of it, the closest first: a title weighs more than a sentence. */
export function findTopics(articleOf: ArticleOf, q: string): Topic[] {
	const asked = fold(q).split(" ").filter(Boolean).map(singular);
	const found = topics.flatMap((topic) => {
		const sentences = sentencesOf(articleOf(topic)).map((sentence) => fold(sentence).split(" "));
		const weights = asked.map((word) =>
			sentences.reduce((best, words, index) => (words.some((one) => one.startsWith(word)) ? Math.max(best, weightOf(index)) : best), 0),
		);
		return weights.every((weight) => weight > 0) ? [{ topic, weight: weights.reduce((sum, weight) => sum + weight, 0) }] : [];
	});
	return found.sort((a, b) => b.weight - a.weight).map(({ topic }) => topic);
}
