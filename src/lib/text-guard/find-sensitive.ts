import type { TextKind } from "#contract/text-choices.ts";
import { healthWords, notNames, originWords } from "./sensitive-words.ts";

export type Finding = { kind: TextKind; start: number; end: number };

/** The same text, character for character, with plain spaces, hyphens and apostrophes. */
const plainOf = (text: string) =>
	text
		.replace(/[\u00A0\u2000-\u200A\u202F\u3000\t]/g, " ")
		.replace(/[\u2010-\u2015\u2212]/g, "-")
		.replace(/[\u2018\u2019\u02BC`´]/g, "'");
/** And in lower case without accents, still character for character: what is found there is marked where it is. */
const foldedOf = (plain: string) => Array.from({ length: plain.length }, (_, at) => (plain[at] ?? "").normalize("NFD")[0]?.toLowerCase()[0] ?? " ").join("");

/** The check digit of a social insurance number (ISO/IEC 7812, « Luhn »). */
function isLuhn(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, digit, place) => {
		const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}

const money = /^ ?(?:\$|[kM] ?\$|dollars?|cad|millions?|euros?)/i;
const aboutInsurance = /\b(?:n\.? ?a\.? ?s\.?|assurance[ -]sociale|s\.?i\.?n\.?|social insurance)\b[^.;\n]{0,40}$/;
/** A part, an order, a lot: nine digits that are somebody's stock. */
const aboutThings =
	/\b(?:piece|facture|commande|bon|lot|serie|modele|produit|article|contrat|projet|reference|part|invoice|order|serial|model|neq|po|tel|telephone|poste)\b[^.;\n]{0,20}$/;

function insuranceNumbers(plain: string, folded: string): Finding[] {
	return [...plain.matchAll(/(?<![\d$\p{L}]|\d[ .,-])(\d{3})([ -]?)(\d{3})\2(\d{3})(?![\d]|[ .,-]\d|\p{L})/gu)].flatMap((match) => {
		const { index } = match;
		const before = folded.slice(Math.max(0, index - 60), index);
		const digits = `${match[1]}${match[3]}${match[4]}`;
		if (money.test(plain.slice(index + match[0].length)) || before.trimEnd().endsWith("$")) return [];
		// Announced, a wrong digit makes it no less somebody's.
		const isOne = aboutInsurance.test(before) || (isLuhn(digits) && digits !== "000000000" && !aboutThings.test(before));
		return isOne ? [{ kind: "socialInsurance" as const, start: index, end: index + match[0].length }] : [];
	});
}

/** Shapes that nothing else of this work has: the client identifier, the permits, the health insurance number. */
const documentShapes = [/(?<![\d-])\d{2}-\d{4}-\d{4}(?![\d-])/g, /(?<![\p{L}\d])[BCEFSUVWX]\d{9}(?!\d)/gu, /(?<![\p{L}\d])[A-Z]{4} ?\d{4} ?\d{4}(?!\d)/gu];
/** What announces a number: within a few words, a run of six digits or more, letters and groups included. */
const announced =
	/\b(?:passeports?|passports?|permis (?:de travail|d'etudes?|de sejour|de conduire|no)|(?:no|numero) de permis|(?:work|study) permits?|iuc|uci|ircc|cic|caq|csq|visas?|nam|ramq|assurance[ -]maladie|carte de resident\w*|driver'?s licen[cs]e|dossier d'immigration)\b(?:(?!\bneq\b|\bcnp\b|\btel|\bposte\b|[;\n]|(?<!\bno)\. )[^\n]){0,40}?(?<![\p{L}\d-])([a-z]{0,3} ?\d[\da-z]*(?:[ -]\d[\da-z]*)*)/gu;
const isOtherNumber = (token: string) =>
	/^\d{4}-\d{2}-\d{2}/.test(token) || /^(?:1[ -]?)?\d{3}[ -]\d{3}[ -]\d{4}$/.test(token) || /^\d{1,2} \d{4}$/.test(token) || /^\d{4}$/.test(token);

function documentNumbers(plain: string, folded: string): Finding[] {
	const shaped = documentShapes.flatMap((shape) =>
		[...plain.matchAll(shape)].map(({ index, 0: found }) => ({ kind: "documentNumber" as const, start: index, end: index + found.length })),
	);
	const named = [...folded.matchAll(announced)].flatMap((match) => {
		const token = (match[1] ?? "").trim();
		const end = match.index + match[0].length;
		const start = end - token.length;
		if (token.replace(/\D/g, "").length < 6 || isOtherNumber(token) || money.test(plain.slice(end))) return [];
		return [{ kind: "documentNumber" as const, start, end }];
	});
	return [...shaped, ...named];
}

const title = /(?<![\p{L}])(?:M|MM|Mr|Mme|Mmes|Mlle|Ms|Mrs|Miss|Monsieur|Madame|Mademoiselle|Dr|Dre)\.? \p{Lu}[\p{L}'-]+/u;
const capitalised = /(?<![\p{L}'-])(\p{Lu}\p{Ll}[\p{L}]*(?:['-]\p{Lu}?\p{L}+)*) (?:(?:de|da|dos|del|el|van|von|ben) )?(\p{Lu}\p{Ll}[\p{L}]*(?:['-]\p{L}+)*)/gu;

/** Mme or M. somebody, or a given name and a family name: two words with a capital, neither of which is a place or a word of the work. */
function namesSomebody(sentence: string): boolean {
	if (title.test(sentence)) return true;
	capitalised.lastIndex = 0;
	for (let match = capitalised.exec(sentence); match; match = capitalised.exec(sentence)) {
		const [, first = "", second = ""] = match;
		const isWord = (word: string) => word.split(/['-]/).some((part) => notNames.has(foldedOf(part)));
		if (!isWord(first) && !isWord(second)) return true;
		// « Rencontre Carlos Mendoza »: the second word may begin a name.
		capitalised.lastIndex = match.index + first.length;
	}
	return false;
}

const meant = /\b(?:elle|iel|she|he)\b|\bil (?:est|a|souffre|sera|etait|doit|ne|revient)\b|\b(?:celui|celle)-ci\b/;

/** Where sentences begin and end; the point of « M. » ends none. */
function sentencesOf(plain: string): { start: number; end: number }[] {
	const ends = [...plain.matchAll(/[\n;]|(?<!(?:^|[^\p{L}])(?:M|MM|Mr|Mrs|Ms|Mme|Dr|Dre|no|\p{Lu}))[.!?](?= |$)/gu)].map(({ index }) => index + 1);
	const bounds = [0, ...ends, plain.length];
	return bounds.slice(0, -1).map((start, place) => ({ start, end: bounds[place + 1] ?? plain.length }));
}

const wordsOf = (words: readonly string[]) => new RegExp(`(?<![a-z])(?:${words.join("|")})(?![a-z])`, "g");
const health = wordsOf(healthWords);
const origin = wordsOf(originWords);

/** Health and origin count beside somebody who is named: in the sentence, or in the one before when this one says « elle ». */
function aboutSomebody(plain: string, folded: string): Finding[] {
	let wasNamed = false;
	return sentencesOf(plain).flatMap(({ start, end }) => {
		const said = folded.slice(start, end);
		const isNamed = namesSomebody(plain.slice(start, end));
		const concerns = isNamed || (wasNamed && meant.test(said));
		wasNamed = isNamed || (wasNamed && said.trim() === "");
		if (!concerns) return [];
		const found = (kind: TextKind, words: RegExp) =>
			[...said.matchAll(words)].map(({ index, 0: word }) => ({ kind, start: start + index, end: start + index + word.trimEnd().length }));
		return [...found("health", health), ...found("origin", origin)];
	});
}

/**
 * What a note must not hold (domain §2.3, block 7; law A-2.1, art. 64): numbers that identify a person, and the health or the origin of somebody who is named.
 * A look-alike, never a certainty: the person decides. Nothing here leaves the device.
 */
export function findSensitive(text: string): Finding[] {
	const plain = plainOf(text);
	const folded = foldedOf(plain);
	const all = [...insuranceNumbers(plain, folded), ...documentNumbers(plain, folded), ...aboutSomebody(plain, folded)].sort(
		(a, b) => a.start - b.start || b.end - a.end,
	);
	return all.filter((finding, place) => !all.slice(0, place).some(({ end }) => finding.start < end));
}
