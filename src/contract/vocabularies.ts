import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { can, code, id, idParams, line, localDate, version } from "./primitives.ts";

/** Why a term stays: a figure counts it, a rule of the code knows it, the catalogue of follow-ups names it, or the list is somebody else's (SCIAN). */
export const termHolders = ["figures", "rules", "catalogue", "official"] as const;
export type TermHolder = (typeof termHolders)[number];

/** One value of a vocabulary, as the region words it. Retired, it is offered no more: what was recorded under it keeps it, and lists still filter by it. */
export const vocabularyTerm = z.strictObject({
	id,
	vocabulary: z.string(),
	code: z.string(),
	labelFr: z.string(),
	labelEn: z.string(),
	/** In ascending order; a term put between two others takes a number between theirs. */
	position: z.number(),
	validFrom: localDate,
	/** The last day on which it is offered. */
	validTo: z.nullable(localDate),
	/** The code of what replaces it. */
	successor: z.nullable(z.string()),
	/** Not null: it may be worded otherwise, not retired. */
	heldBy: z.nullable(z.enum(termHolders)),
	version,
	can,
});
export type VocabularyTerm = z.output<typeof vocabularyTerm>;

export const vocabulary = z.strictObject({
	name: z.string(),
	/** Null: terms may be added; otherwise why not. */
	closedBy: z.nullable(z.enum(termHolders)),
	terms: z.array(vocabularyTerm),
});
export type Vocabulary = z.output<typeof vocabulary>;

export const termCreation = z.strictObject({ id, vocabulary: code, labelFr: line(120), labelEn: line(120), validFrom: localDate });
export const termChange = z.partial(
	z.strictObject({
		labelFr: line(120),
		labelEn: line(120),
		position: z.number(),
		validFrom: localDate,
		validTo: z.nullable(localDate),
		successor: z.nullable(code),
	}),
);

export const listVocabularies = endpoint({
	id: "listVocabularies",
	method: "GET",
	path: "/vocabularies",
	summary: "Every vocabulary of the region with all its terms, retired or to come included (house law « Vocabularies »).",
	output: z.strictObject({ items: z.array(vocabulary) }),
	roles: ["administrator"],
});
export const getTerm = endpoint({
	id: "getTerm",
	method: "GET",
	path: "/terms/{id}",
	summary: "One term of a vocabulary.",
	params: idParams,
	output: vocabularyTerm,
	roles: ["administrator"],
	refusals: ["not-found"],
});
export const createTerm = endpoint({
	id: "createTerm",
	method: "POST",
	path: "/terms",
	summary: "Adds a term at the end of a vocabulary, in both languages, from a day on.",
	body: termCreation,
	output: vocabularyTerm,
	status: 201,
	roles: ["administrator"],
	refusals: ["id-taken", "vocabulary-closed"],
});
export const updateTerm = endpoint({
	id: "updateTerm",
	method: "PATCH",
	path: "/terms/{id}",
	summary: "Words a term otherwise, moves it, retires it on a day with or without a successor, or offers it again. Its code never changes.",
	params: idParams,
	body: termChange,
	output: vocabularyTerm,
	ifMatch: true,
	roles: ["administrator"],
	refusals: ["not-found", "term-held"],
});
