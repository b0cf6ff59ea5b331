import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, code, facetQuery, facets, id, idParams, line, listQuery, localDate, page, prose, version } from "./primitives.ts";

const followUpBody = { kind: code, title: line(200), ownerId: id, dueOn: localDate };

export const followUp = z.strictObject({
	id,
	employerId: id,
	employerName: z.string(),
	supportCaseId: z.nullable(id),
	visitId: z.nullable(id),
	kind: z.string(),
	title: z.string(),
	ownerId: id,
	dueOn: localDate,
	doneOn: z.nullable(localDate),
	outcome: z.nullable(z.string()),
	createdOn: localDate,
	version,
	can,
});
export type FollowUp = z.output<typeof followUp>;

export const followUpFields = {
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	kind: { type: "code", facet: true },
	ownerId: { type: "id", facet: true },
	dueOn: { type: "date", sort: true },
	doneOn: { type: "date", sort: true },
	done: { type: "boolean", facet: true },
	late: { type: "boolean", facet: true },
} as const satisfies FieldSet;

export const followUpLine = z.strictObject({ id, ...followUpBody });
export const followUpCreation = z.strictObject({ id, employerId: id, ...followUpBody });
export const followUpChange = z.partial(z.strictObject({ ...followUpBody, doneOn: z.nullable(localDate), outcome: z.nullable(prose(500)) }));

export const listFollowUps = endpoint({
	id: "listFollowUps",
	method: "GET",
	path: "/follow-ups",
	summary: "Follow-ups of the region, a page at a time, the soonest due first.",
	query: listQuery,
	fields: followUpFields,
	output: page(followUp),
	roles: fieldRoles,
	core: true,
});
export const countFollowUps = endpoint({
	id: "countFollowUps",
	method: "GET",
	path: "/follow-ups/facets",
	summary: "Follow-ups by value of the facets asked.",
	query: facetQuery,
	fields: followUpFields,
	output: facets,
	roles: fieldRoles,
});
export const getFollowUp = endpoint({
	id: "getFollowUp",
	method: "GET",
	path: "/follow-ups/{id}",
	summary: "One follow-up.",
	params: idParams,
	output: followUp,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createFollowUp = endpoint({
	id: "createFollowUp",
	method: "POST",
	path: "/follow-ups",
	summary: "Records what is to be done for an employer, by whom and when.",
	body: followUpCreation,
	output: followUp,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const updateFollowUp = endpoint({
	id: "updateFollowUp",
	method: "PATCH",
	path: "/follow-ups/{id}",
	summary: "Changes a follow-up, postpones it, marks it done or not.",
	params: idParams,
	body: followUpChange,
	output: followUp,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
