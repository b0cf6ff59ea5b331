/**
 * One block of a help page. In any sentence, `[mots](suivis)` leads to another help page and `{Ctrl+K}` is a key to press;
 * names of buttons are between guillemets, as in any French text.
 */
export type Block =
	| string
	| { heading: string }
	| { steps: readonly string[] }
	| { list: readonly string[] }
	| { keys: readonly (readonly [keys: string, meaning: string])[] }
	| { note: string };

export type Article = {
	title: string;
	/** What one gets out of the page, in one sentence: the list of pages and the results of a search show it. */
	lead: string;
	/** Words people look for that the page does not use. */
	alsoFoundBy?: string;
	body: readonly Block[];
};

/** What changed on a day, the latest first. */
export type NewsEntry = { on: string; title: string; items: readonly string[] };

/** The sentences of a page, one after the other: what a search reads. */
export const sentencesOf = ({ title, lead, alsoFoundBy, body }: Article): string[] => [
	title,
	lead,
	alsoFoundBy ?? "",
	...body.flatMap((block): string[] => {
		if (typeof block === "string") return [block];
		if ("heading" in block) return [block.heading];
		if ("note" in block) return [block.note];
		if ("keys" in block) return block.keys.map(([keys, meaning]) => `${keys} ${meaning}`);
		return [...("steps" in block ? block.steps : block.list)];
	}),
];
