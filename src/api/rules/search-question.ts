import { fold } from "#contract/fold.ts";

/** What was typed, as the search reads it: one folded phrase, its words, and the number when it is nothing else; the piece of an e-mail. */
export type SearchQuestion = { phrase: string; words: string[]; digits: string | null; address: string | null };

const announced = /^(neq|t[ée]l(é|e)?(phone)?\.?|no\.?|n°)\s*:?\s*(?=[\d(+])/iu;
const extension = /[\s,;]*\b(poste|ext|p|x)\.?\s*\d*$/iu;

/** A NEQ or a telephone, however it is spaced; the `1` before ten digits is the country's. Less than three digits is a word like another. */
export function numberIn(typed: string): string | null {
	const number = typed.trim().replace(announced, "").replace(extension, "");
	if (!/^[\d\s()+.\-–/]+$/u.test(number)) return null;
	const digits = number.replace(/\D/g, "");
	if (digits.length === 11 && digits.startsWith("1")) return digits.slice(1);
	return digits.length >= 3 && digits.length <= 10 ? digits : null;
}

export function readQuestion(typed: string): SearchQuestion {
	const phrase = fold(typed);
	return {
		phrase,
		words: phrase.split(" ").filter(Boolean).slice(0, 8),
		digits: numberIn(typed),
		address: typed.includes("@") ? typed.trim().toLowerCase() : null,
	};
}
