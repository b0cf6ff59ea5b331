import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { id, line, localDate } from "./primitives.ts";
import { visitStatuses } from "./visits.ts";

/** Everything that one question finds, a few of each kind, the best first. Titles are enough to choose by; the record's own page says the rest. */
export const foundRecords = z.strictObject({
	employers: z.array(
		z.strictObject({
			id,
			name: z.string(),
			municipalityName: z.nullable(z.string()),
			neq: z.nullable(z.string()),
			phone: z.nullable(z.string()),
			archivedOn: z.nullable(localDate),
		}),
	),
	contacts: z.array(
		z.strictObject({
			id,
			name: z.string(),
			jobTitle: z.nullable(z.string()),
			phone: z.nullable(z.string()),
			email: z.nullable(z.string()),
			employerId: id,
			employerName: z.string(),
		}),
	),
	supportCases: z.array(
		z.strictObject({
			id,
			employerId: id,
			employerName: z.string(),
			stage: z.string(),
			openedOn: localDate,
			closedOn: z.nullable(localDate),
			openPosts: z.int(),
		}),
	),
	labourNeeds: z.array(
		z.strictObject({ id, employerId: id, employerName: z.string(), occupationCode: z.string(), occupationLabel: z.string(), openPosts: z.int() }),
	),
	/** Persons hired abroad, by the label that stands for each. */
	immigrationLines: z.array(
		z.strictObject({ id, label: z.string(), path: z.string(), employerId: id, employerName: z.string(), endedOn: z.nullable(localDate) }),
	),
	visits: z.array(z.strictObject({ id, employerName: z.string(), occurredOn: localDate, status: z.enum(visitStatuses), headline: z.nullable(z.string()) })),
	/** Nothing has the letters typed: these look like them. */
	near: z.boolean(),
});
export type FoundRecords = z.output<typeof foundRecords>;

export const searchRecords = endpoint({
	id: "searchRecords",
	method: "GET",
	path: "/search",
	summary:
		"Employers, contacts, cases, needs, immigration lines and visits found by a few letters: accents, articles, St/Saint and legal suffixes make no difference, nor how a NEQ or a telephone is spaced; letters nearly right are understood when none are right (design, screen 15).",
	query: z.strictObject({
		q: line(200),
		limit: z.optional(
			z.coerce.number().check(
				z.refine((value) => Number.isInteger(value), { error: "whole-number" }),
				z.minimum(1),
				z.maximum(20),
			),
		),
	}),
	output: foundRecords,
	roles: fieldRoles,
});
