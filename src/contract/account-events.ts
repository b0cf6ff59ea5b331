import * as z from "zod/mini";
import { endpoint, type Role } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { facetQuery, facets, id, listQuery, page } from "./primitives.ts";

export const accountEventKinds = [
	"opened",
	"signedIn",
	"passwordChanged",
	"passwordIssued",
	"disabled",
	"enabled",
	"calendarOpened",
	"calendarRevoked",
] as const;
export type AccountEventKind = (typeof accountEventKinds)[number];

/** What happened to an account, and by whom. Neither address nor device nor anything that was typed: they are not kept. */
export const accountEvent = z.strictObject({
	id,
	/** Their order; several may bear one instant. */
	seq: z.int(),
	personId: id,
	personName: z.string(),
	kind: z.enum(accountEventKinds),
	at: z.string(),
	/** Null when the house itself did it. */
	actorId: z.nullable(id),
	actorName: z.nullable(z.string()),
	/** Finds the request in the server's log. */
	requestId: z.nullable(id),
});
export type AccountEvent = z.output<typeof accountEvent>;

/** `on` is the day in Québec. */
export const accountEventFields = {
	seq: { type: "number", sort: true },
	on: { type: "date" },
	personId: { type: "id", facet: true },
	personName: { type: "text", sort: true },
	kind: { type: "code", facet: true },
	actorId: { type: "id", facet: true },
} as const satisfies FieldSet;

/** Who verifies, and who manages the accounts (house law « Rights »: journal and access log). */
const accessRoles = ["administrator", "auditor"] as const satisfies Role[];

export const listAccountEvents = endpoint({
	id: "listAccountEvents",
	method: "GET",
	path: "/account-events",
	summary: "Sessions opened, passwords given and changed, accounts disabled and enabled in the region, the latest first. A search finds people by name.",
	query: listQuery,
	fields: accountEventFields,
	output: page(accountEvent),
	roles: accessRoles,
});
export const countAccountEvents = endpoint({
	id: "countAccountEvents",
	method: "GET",
	path: "/account-events/facets",
	summary: "Account events by value of the facets asked.",
	query: facetQuery,
	fields: accountEventFields,
	output: facets,
	roles: accessRoles,
});
