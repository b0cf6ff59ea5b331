import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { id, localDate, occupationCode } from "./primitives.ts";

const labelled = z.strictObject({ code: z.string(), labelFr: z.string(), labelEn: z.string() });

/** A term of a vocabulary, of whatever day: what is retired is still named and filtered by, and offered no more (house law « Vocabularies »). */
export const term = z.strictObject({ ...labelled.shape, validFrom: localDate, validTo: z.nullable(localDate), successor: z.nullable(z.string()) });
export type Term = z.output<typeof term>;

/** What every screen names: one request, kept for the session. Vocabularies are data with dates, never enumerations in code. */
export const reference = z.strictObject({
	/** The API's day, in the ministry's time zone: « today » on every screen. */
	today: localDate,
	region: z.strictObject({ code: z.string(), name: z.string() }),
	stages: z.array(z.strictObject({ ...labelled.shape, shortFr: z.string(), shortEn: z.string(), staleAfterDays: z.nullable(z.int()) })),
	/** In the order of the board; `entry` is shown before the stage is entered, `exit` before it is left. */
	criteria: z.array(z.strictObject({ ...labelled.shape, stage: z.string(), kind: z.enum(["entry", "exit"]) })),
	vocabularies: z.record(z.string(), z.array(term)),
	sectors: z.array(term),
	mrcs: z.array(z.strictObject({ code: z.string(), name: z.string() })),
	/** Those that were of the region and have left: what was done there is still named. */
	formerMrcs: z.array(z.strictObject({ code: z.string(), name: z.string() })),
	/** Each with a point, for what is near. */
	municipalities: z.array(z.strictObject({ code: z.string(), name: z.string(), mrcCode: z.string(), latitude: z.number(), longitude: z.number() })),
	/** Those who left too: the past keeps its author. Only who is at work today is given anything. */
	people: z.array(z.strictObject({ id, name: z.string(), initials: z.string(), role: z.string(), servicePointId: z.nullable(id), atWork: z.boolean() })),
	servicePoints: z.array(z.strictObject({ id, name: z.string(), municipalityCode: z.nullable(z.string()), isOpen: z.boolean() })),
});
export type Reference = z.output<typeof reference>;

export const occupation = z.strictObject({
	code: occupationCode,
	labelFr: z.string(),
	labelEn: z.string(),
	/** The everyday title by which it was found; null or left out when it is the official one or a code. */
	title: z.optional(z.nullable(z.string())),
});
export type Occupation = z.output<typeof occupation>;

/** All that an occupation is looked for by; its FEER is the second digit of its code. */
export const searchedOccupation = z.strictObject({ ...labelled.shape, titles: z.array(z.string()), formerCodes: z.array(z.string()) });
export type CatalogueOccupation = z.output<typeof searchedOccupation>;

export const getReference = endpoint({
	id: "getReference",
	method: "GET",
	path: "/reference",
	summary: "Stages, criteria, vocabularies, sectors, territories of the region today, people and points of service.",
	output: reference,
	roles: "signedIn",
	core: true,
});
export const listOccupations = endpoint({
	id: "listOccupations",
	method: "GET",
	path: "/occupations",
	summary:
		"Occupations (CNP 2021) by everyday title, words of the official one, code, or code of CNP 2016; blind to accents, tolerant to a slip of spelling, 20 at most; or those of `codes`, to name what a list counts.",
	query: z.strictObject({
		q: z.optional(z.string().check(z.maxLength(200))),
		codes: z.optional(z.string().check(z.regex(/^[0-9]{5}(,[0-9]{5}){0,199}$/, { error: "occupation" }))),
	}),
	output: z.strictObject({ items: z.array(occupation) }),
	roles: "signedIn",
	core: true,
});
export const getOccupationCatalogue = endpoint({
	id: "getOccupationCatalogue",
	method: "GET",
	path: "/occupations/catalogue",
	summary:
		"Every occupation with its codes of CNP 2016 and the everyday titles that Jalon comes with: a device keeps it, and finds occupations without a network by the rule of occupation-search.ts. `isWhole` is false when the titles of the whole CNP were imported: the API finds by these too.",
	output: z.strictObject({ items: z.array(searchedOccupation), isWhole: z.boolean() }),
	roles: "signedIn",
});
