import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { facetQuery, facets, id, idParams, listQuery, localDate, page, version } from "./primitives.ts";

/** A community organisation, an MRC, a municipality… with or without an agreement (domain §1.1). Read only: their life cycle comes with the agreements. */
const partnerBody = { id, name: z.string(), type: z.string(), mrcCode: z.nullable(z.string()) };

/** `activeAgreements`: those in force on the day. */
export const partnerRow = z.strictObject({ ...partnerBody, activeAgreements: z.int() });
export type PartnerRow = z.output<typeof partnerRow>;

export const agreement = z.strictObject({
	id,
	programme: z.string(),
	title: z.string(),
	signedOn: localDate,
	endOn: localDate,
	endedEarlyOn: z.nullable(localDate),
	isActive: z.boolean(),
	/** Of all its fiscal years. */
	committedCents: z.int(),
	paidCents: z.int(),
});

/** The agreements, the last signed first. */
export const partner = z.strictObject({ ...partnerRow.shape, agreements: z.array(agreement), version });
export type Partner = z.output<typeof partner>;

export const partnerFields = {
	name: { type: "text", sort: true },
	type: { type: "code", facet: true },
	mrcCode: { type: "code", facet: true },
	/** Has an agreement in force. */
	hasAgreement: { type: "boolean", facet: true },
	activeAgreements: { type: "number", sort: true },
} as const satisfies FieldSet;

export const listPartners = endpoint({
	id: "listPartners",
	method: "GET",
	path: "/partners",
	summary: "Partners of the region by name, with the number of their agreements in force today.",
	query: listQuery,
	fields: partnerFields,
	output: page(partnerRow),
	roles: fieldRoles,
});
export const countPartners = endpoint({
	id: "countPartners",
	method: "GET",
	path: "/partners/facets",
	summary: "Partners by value of the facets asked.",
	query: facetQuery,
	fields: partnerFields,
	output: facets,
	roles: fieldRoles,
});
export const getPartner = endpoint({
	id: "getPartner",
	method: "GET",
	path: "/partners/{id}",
	summary: "One partner with its agreements and what was committed to each.",
	params: idParams,
	output: partner,
	roles: fieldRoles,
	refusals: ["not-found"],
});
