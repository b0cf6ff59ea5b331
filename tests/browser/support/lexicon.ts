import { join } from "node:path";
import type { Reference } from "#contract/reference.ts";
import { filesOf, root } from "../../support/source-tree.ts";

export type Language = "fr" | "en";
/** In how many sentences of a language a word occurs. */
type Counts = Map<string, number>;

/** Written alike in both languages, though more often in one: names of ours, and words that English took from French or the reverse. */
const sameInBoth = new Set(
	"jalon portail employeurs journées québec mrc neq transport web commerce fabrication information part place mar archive act assistance office former active".split(
		" ",
	),
);

/** Words that no sentence of the screens may happen to hold, and that betray a language at once. */
const common: Record<Language, string> = {
	fr: "le la les un une des du de au aux et ou où mais donc dans sur sous par pour avec sans chez vers est sont était été être avoir ont pas plus que qui dont ce cette ces son sa ses leur leurs votre vos vous nous il elle ils elles je tu ne si très aussi déjà ajouter annuler enregistrer fermer ouvrir modifier supprimer chercher bonjour merci aujourd hier demain jour jours mois semaine année",
	en: "the and or of to with from without is are was were been have has not but your you we they this that these those its their his her add cancel save close open edit delete search hello thanks today yesterday tomorrow day days week month year which what who when where how nothing every each already please",
};

/** An electronic address and the name of a file are in no language. */
export const wordsOf = (text: string): string[] =>
	text
		.replace(/\S+@\S+|\S+\.(csv|xlsx)\b/g, " ")
		.toLowerCase()
		.match(/\p{L}{2,}/gu) ?? [];

/** The sentences of a tree of words; a sentence with blanks is made with some figure or some name. */
function* sentences(tree: unknown): Generator<string> {
	if (typeof tree === "string") yield tree;
	else if (typeof tree === "function")
		for (const blank of [2, "", ["", ""]]) {
			try {
				const made: unknown = tree(...Array.from({ length: 6 }, () => blank));
				if (typeof made === "string") yield made;
			} catch {
				// This sentence wants another kind of blank.
			}
		}
	else if (typeof tree === "object" && tree !== null) for (const value of Object.values(tree)) yield* sentences(value);
}

const count = (all: Iterable<string>): Counts => {
	const counts: Counts = new Map();
	for (const sentence of new Set(all)) for (const word of new Set(wordsOf(sentence))) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};

const calendar = (language: Language) =>
	(["long", "short"] as const).flatMap((style) =>
		Array.from({ length: 12 }, (_, month) =>
			new Intl.DateTimeFormat(`${language}-CA`, { month: style, weekday: style, timeZone: "UTC" }).format(new Date(Date.UTC(2026, month, month + 1))),
		),
	);

/** Every sentence of the screens and of the reference in this language. */
async function sentencesIn(language: Language, reference: Reference): Promise<string[]> {
	const modules = await Promise.all(
		filesOf(`src/**/*text.${language}.ts`).map((path) => import(/* @vite-ignore */ join(root, path)) as Promise<Record<string, unknown>>),
	);
	const labels = [reference.stages, reference.criteria, reference.sectors, ...Object.values(reference.vocabularies)]
		.flat()
		.map((item) => (language === "fr" ? item.labelFr : item.labelEn));
	return [...modules.flatMap((module) => [...sentences(module)]), ...labels, ...calendar(language)];
}

/**
 * Tells whether a word belongs to the other language. A word that one language uses several times and the other once
 * is a stranger there: that single use is what is looked for.
 */
export async function strangersIn(shown: Language, reference: Reference): Promise<(word: string) => boolean> {
	const other = shown === "fr" ? "en" : "fr";
	const own = count(await sentencesIn(shown, reference));
	const foreign = count(await sentencesIn(other, reference));
	const betrays = new Set(common[other].split(" ").filter((word) => !common[shown].split(" ").includes(word) && !own.has(word)));
	return (word) => {
		if (sameInBoth.has(word)) return false;
		const [here, there] = [own.get(word) ?? 0, foreign.get(word) ?? 0];
		return betrays.has(word) || (here === 0 && there > 0) || (here === 1 && there > 2);
	};
}
