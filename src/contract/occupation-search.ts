import { fold } from "./fold.ts";

/** An occupation as it is looked for: its official titles, the everyday ones, and the codes of CNP 2016 that it takes after. */
export type SearchedOccupation = { code: string; labelFr: string; labelEn: string; titles: readonly string[]; formerCodes: readonly string[] };
/** `title`: the everyday title that was recognised, null when it is the official one or a code. */
export type FoundOccupation<O extends SearchedOccupation> = { occupation: O; title: string | null };

type Folded = { labels: string[]; titles: string[]; all: string; words: string[] };
const foldedOnce = new WeakMap<SearchedOccupation, Folded>();
function foldedOf(occupation: SearchedOccupation): Folded {
	const known = foldedOnce.get(occupation);
	if (known) return known;
	const labels = [fold(occupation.labelFr), fold(occupation.labelEn)];
	const titles = occupation.titles.map(fold);
	const made = { labels, titles, all: [...labels, ...titles].join(" | "), words: [...new Set([...labels, ...titles].flatMap((text) => text.split(" ")))] };
	foldedOnce.set(occupation, made);
	return made;
}

/** « Soudeurs » is looked for as « soudeur »: a plural typed finds what is written in the singular. */
export const singular = (word: string) => (word.length > 3 ? word.replace(/[sx]$/, "") : word);

/** How many letters to add, remove, change or swap; more than `most` is not counted further. */
function distance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let [previous, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (previous[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		[previous, last] = [last, row];
	}
	return last[b.length] ?? 0;
}

/** A word spelled nearly right: one letter wrong in a short one, two in a long one, at its beginning. */
function isNear(typed: string, written: string): boolean {
	if (typed.length < 4) return written.startsWith(typed);
	const most = typed.length < 7 ? 1 : 2;
	return [typed.length - 1, typed.length, typed.length + 1, typed.length + 2].some((length) => distance(typed, written.slice(0, length), most) <= most);
}

const begins = (text: string, word: string) => ` ${text}`.includes(` ${word}`);

/** The lower the better; null: not found. And which everyday title says so. */
function rank({ labels, titles, all }: Folded, phrase: string, words: readonly string[]): [number, number | null] | null {
	const one = singular(phrase);
	if (!words.every((word) => all.includes(word))) return null;
	const exact = titles.findIndex((title) => title === phrase || title === one);
	if (exact >= 0) return [0, exact];
	const first = titles.findIndex((title) => title.startsWith(one));
	if (first >= 0) return [1, first];
	if (labels.some((label) => label.startsWith(one))) return [2, null];
	const whole = titles.findIndex((title) => words.every((word) => begins(title, word)));
	if (whole >= 0) return [3, whole];
	if (labels.some((label) => words.every((word) => begins(label, word)))) return [4, null];
	const piece = titles.findIndex((title) => words.every((word) => title.includes(word)));
	return piece >= 0 ? [5, piece] : [6, null];
}

/**
 * Occupations of the CNP 2021 by what a person types: an everyday title (« soudeuse », « préposé aux bénéficiaires », « opérateur CNC »), words of the official one, its code,
 * or the code of CNP 2016 that a record of before bears. Blind to accents and to the plural; when nothing has these letters, what looks like them.
 */
export function findOccupations<O extends SearchedOccupation>(typed: string, catalogue: readonly O[], most = 20): FoundOccupation<O>[] {
	const phrase = fold(typed);
	const plain = (occupations: readonly O[]) => occupations.slice(0, most).map((occupation) => ({ occupation, title: null }));
	if (phrase === "") return plain(catalogue);
	if (/^[0-9]{1,5}$/.test(phrase)) {
		const own = catalogue.filter(({ code }) => code.startsWith(phrase));
		const former = catalogue.filter(({ formerCodes }) => formerCodes.some((code) => code.startsWith(phrase)));
		return plain([...new Set([...own, ...former])].sort((a, b) => Number(b.code.startsWith(phrase)) - Number(a.code.startsWith(phrase))));
	}
	const words = phrase.split(" ").map(singular);
	const found = catalogue.flatMap((occupation) => {
		const ranked = rank(foldedOf(occupation), phrase, words);
		return ranked ? [{ occupation, place: ranked[0], title: ranked[1] === null ? null : (occupation.titles[ranked[1]] ?? null) }] : [];
	});
	if (found.length > 0)
		return found
			.sort((a, b) => a.place - b.place)
			.slice(0, most)
			.map(({ occupation, title }) => ({ occupation, title }));
	return plain(catalogue.filter((occupation) => words.every((word) => foldedOf(occupation).words.some((written) => isNear(word, written)))));
}
