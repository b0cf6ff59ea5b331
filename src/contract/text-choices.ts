import * as z from "zod/mini";
import { counsellorRoles, endpoint, type Role } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { facetQuery, facets, id, listQuery, page } from "./primitives.ts";

/** What a text seems to hold that a note must not: facts, no identifier, no health nor origin of a person who is named (law, art. 64). */
export const textKinds = ["socialInsurance", "documentNumber", "health", "origin"] as const;
export type TextKind = (typeof textKinds)[number];
export const textDecisions = ["kept", "corrected"] as const;

/** The record that the text belongs to: the word of the contract. */
const entity = z.string().check(z.regex(/^[a-z][A-Za-z]{1,39}$/, { error: "code" }));
/** The field, as the contract names it; without the place of a line. */
const field = z.string().check(z.regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*){0,3}$/, { error: "code" }), z.maxLength(80));

/** Which kinds, which record, which field, and what was decided. Neither the text nor what was found in it: they are not sent. */
export const textChoiceCreation = z.strictObject({
	id,
	entity,
	recordId: z.nullable(id),
	field,
	kinds: z.array(z.enum(textKinds)).check(z.minLength(1, { error: "required" }), z.maxLength(textKinds.length)),
	choice: z.enum(textDecisions),
});
export type TextChoiceCreation = z.output<typeof textChoiceCreation>;

export const textChoice = z.strictObject({
	...textChoiceCreation.shape,
	/** Their order; several may bear one instant. */
	seq: z.int(),
	personId: id,
	personName: z.string(),
	madeAt: z.string(),
});
export type TextChoice = z.output<typeof textChoice>;

/** `on` is the day in Québec. */
export const textChoiceFields = {
	seq: { type: "number", sort: true },
	on: { type: "date" },
	personId: { type: "id", facet: true },
	entity: { type: "code", facet: true },
	kind: { type: "code", facet: true },
	choice: { type: "code", facet: true },
} as const satisfies FieldSet;

/** Who verifies, and who answers for the region (house law « Rights »). */
const verifiers = ["manager", "auditor"] as const satisfies Role[];

export const createTextChoice = endpoint({
	id: "createTextChoice",
	method: "POST",
	path: "/text-choices",
	summary:
		"Logs what was decided about a text that seemed to hold an identifier, or the health or origin of a named person (law A-2.1, art. 64). The text is not sent.",
	body: textChoiceCreation,
	output: textChoiceCreation,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const listTextChoices = endpoint({
	id: "listTextChoices",
	method: "GET",
	path: "/text-choices",
	summary: "Decisions about texts of the region, the latest first.",
	query: listQuery,
	fields: textChoiceFields,
	output: page(textChoice),
	roles: verifiers,
});
export const countTextChoices = endpoint({
	id: "countTextChoices",
	method: "GET",
	path: "/text-choices/facets",
	summary: "Decisions about texts by value of the facets asked; one of several kinds counts for each.",
	query: facetQuery,
	fields: textChoiceFields,
	output: facets,
	roles: verifiers,
});
