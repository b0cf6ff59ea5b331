import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, facetQuery, facets, id, idParams, line, listQuery, localDate, nothing, page, version } from "./primitives.ts";
import { signalLevels } from "./questions.ts";

export const signalSources = ["visit", "questionnaire"] as const;

/** A signal of an employer: a report noted it, or an answer raised it (domain §2.3, block 6; §7.2). */
export const signal = z.strictObject({
	id,
	employerId: id,
	employerName: z.string(),
	/** A code of the vocabulary `signal`. */
	code: z.string(),
	level: z.enum(signalLevels),
	source: z.enum(signalSources),
	/** The visit, or the answer. */
	sourceId: id,
	questionCode: z.nullable(z.string()),
	/** The few words that the report has of it. */
	note: z.nullable(z.string()),
	raisedOn: localDate,
	year: z.int(),
	raisedBy: z.nullable(id),
	sectorCode: z.nullable(z.string()),
	mrcCode: z.nullable(z.string()),
	advisorId: z.nullable(id),
	/** What was done, when somebody has said it. */
	handling: z.nullable(z.strictObject({ id, note: z.string(), handledOn: localDate, handledBy: id, version })),
	can,
});
export type Signal = z.output<typeof signal>;

export const signalFields = {
	id: { type: "id" },
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	code: { type: "code", facet: true },
	level: { type: "code", sort: true, facet: true },
	source: { type: "code", facet: true },
	handled: { type: "boolean", facet: true },
	raisedOn: { type: "date", sort: true },
	year: { type: "number", facet: true },
	handledOn: { type: "date", sort: true },
	sectorCode: { type: "code", facet: true },
	mrcCode: { type: "code", facet: true },
	advisorId: { type: "id", facet: true },
	raisedBy: { type: "id" },
} as const satisfies FieldSet;

export const listSignals = endpoint({
	id: "listSignals",
	method: "GET",
	path: "/signals",
	summary: "Signals of the employers of the region, whatever raised them, the latest first.",
	query: listQuery,
	fields: signalFields,
	output: page(signal),
	roles: fieldRoles,
});
export const countSignals = endpoint({
	id: "countSignals",
	method: "GET",
	path: "/signals/facets",
	summary: "Signals by value of the facets asked.",
	query: facetQuery,
	fields: signalFields,
	output: facets,
	roles: fieldRoles,
});
export const listSignalTrends = endpoint({
	id: "listSignalTrends",
	method: "GET",
	path: "/signals/trends",
	summary: "Signals by sector and year, under the same search and filter as the list: each number is that of the rows it opens.",
	query: z.strictObject({ q: listQuery.shape.q, filter: listQuery.shape.filter }),
	fields: signalFields,
	output: z.strictObject({ items: z.array(z.strictObject({ sectorCode: z.nullable(z.string()), year: z.int(), count: z.int() })) }),
	roles: fieldRoles,
});

/** What was done about a signal. */
export const signalHandling = z.strictObject({ id, signalId: id, employerId: id, note: z.string(), handledOn: localDate, handledBy: id, version, can });
export type SignalHandling = z.output<typeof signalHandling>;

export const createSignalHandling = endpoint({
	id: "createSignalHandling",
	method: "POST",
	path: "/signal-handlings",
	summary: "Says what was done about a signal: it is open no more.",
	body: z.strictObject({ id, signalId: id, note: line(500), handledOn: localDate }),
	output: signalHandling,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken", "already-handled"],
});
export const deleteSignalHandling = endpoint({
	id: "deleteSignalHandling",
	method: "DELETE",
	path: "/signal-handlings/{id}",
	summary: "Opens a signal again; the journal keeps what had been done.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
