import { occupations } from "./data/trades.ts";

/** French spacing, once for every text of the world: no-break spaces before : ; ! ? » $ % and after «. */
export const typeset = (text: string): string =>
	text
		.replace(/[ ~]([:;!?»$%])/g, "\u00A0$1")
		.replace(/«[ ~]/g, "«\u00A0")
		.replace(/~/g, "\u00A0")
		.replace(/'/g, "’");

/** Fills the braces of a phrase; elision and contraction follow the word that comes. */
export function fill(phrase: string, words: Readonly<Record<string, string | number>>): string {
	const text = phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ""));
	return typeset(
		text
			.replace(/\bde (?=[aeiouyéèêœhâÉÈ])/gi, (match) => (match.startsWith("D") ? "D’" : "d’"))
			.replace(/\bde L(?=’Î)/g, "de L")
			.replace(/(^|[^\d\s])\s*\b1 postes à combler/g, "$1 1 poste à combler"),
	);
}

export const occupationWords = (code: string): string => occupations[code]?.[0] ?? "personnes";

export const slug = (text: string): string =>
	text
		.toLowerCase()
		.replace(/œ/g, "oe")
		.normalize("NFD")
		.replace(/[\u0300-\u036f]/g, "")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");

export const initials = (name: string): string => {
	const words = name.split(" ");
	return `${words[0]?.charAt(0) ?? ""}${words[words.length - 1]?.charAt(0) ?? ""}`.toUpperCase();
};
