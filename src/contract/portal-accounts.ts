import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { facetQuery, facets, id, listQuery, localDate, page } from "./primitives.ts";

/** How an account stands: said to be opened, opened, in use, or asleep (said so, or unused for too long). */
export const portalStates = ["toOpen", "opened", "active", "dormant"] as const;
export type PortalState = (typeof portalStates)[number];

/** After how many business days an account said to be opened should be; and after how many days an account is expected to have served (domain §2.4). */
export const portalDelays = { toOpenBusinessDays: 10, firstUseDays: 30, secondUseDays: 90 } as const;

/** The account of an employer as of a day, derived of its dated facts. Days are null when nobody said them. */
export const portalAccount = z.strictObject({
	/** The employer's: it has one account. */
	id,
	employerId: id,
	employerName: z.string(),
	state: z.enum(portalStates),
	/** Since when it stands so. */
	sinceOn: localDate,
	toOpenOn: z.nullable(localDate),
	openedOn: z.nullable(localDate),
	/** The first activation; a use proves an account that nobody said active. */
	activeOn: z.nullable(localDate),
	firstUseOn: z.nullable(localDate),
	lastUseOn: z.nullable(localDate),
	searches: z.int(),
	profileViews: z.int(),
	contacts: z.int(),
	validatedOffers: z.int(),
	advisorId: z.nullable(id),
	mrcCode: z.nullable(z.string()),
	sectorCode: z.nullable(z.string()),
});
export type PortalAccount = z.output<typeof portalAccount>;

export const portalAccountFields = {
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	state: { type: "code", facet: true },
	/** Reached, whatever came after: the funnel. */
	wasOpened: { type: "boolean", facet: true },
	wasActive: { type: "boolean", facet: true },
	used: { type: "boolean", facet: true },
	hasOffer: { type: "boolean", facet: true },
	/** What calls for a hand: said to be opened for too long, active and never used for 30 or 90 days, candidates contacted and no offer since. */
	lateToOpen: { type: "boolean", facet: true },
	unusedFirst: { type: "boolean", facet: true },
	unusedSecond: { type: "boolean", facet: true },
	noOffer: { type: "boolean", facet: true },
	sinceOn: { type: "date", sort: true },
	toOpenOn: { type: "date", sort: true },
	activeOn: { type: "date", sort: true },
	lastUseOn: { type: "date", sort: true },
	lastFactOn: { type: "date", sort: true },
	searches: { type: "number", sort: true },
	profileViews: { type: "number", sort: true },
	contacts: { type: "number", sort: true },
	validatedOffers: { type: "number", sort: true },
	advisorId: { type: "id", facet: true },
	mrcCode: { type: "code", facet: true },
	sectorCode: { type: "code", facet: true },
} as const satisfies FieldSet;

/** The day it is read as of; today when it is not said. */
const asOf = { asOf: z.optional(localDate) };

export const listPortalAccounts = endpoint({
	id: "listPortalAccounts",
	method: "GET",
	path: "/portal-accounts",
	summary: "Accounts of the Portail employeurs as of a day, one an employer: how each stands, since when, and what it served for.",
	query: z.strictObject({ ...listQuery.shape, ...asOf }),
	fields: portalAccountFields,
	output: page(portalAccount),
	roles: fieldRoles,
});
export const countPortalAccounts = endpoint({
	id: "countPortalAccounts",
	method: "GET",
	path: "/portal-accounts/facets",
	summary: "Accounts of the Portail by value of the facets asked, as of a day.",
	query: z.strictObject({ ...facetQuery.shape, ...asOf }),
	fields: portalAccountFields,
	output: facets,
	roles: fieldRoles,
});
const tally = z.int();
export const getPortalFunnel = endpoint({
	id: "getPortalFunnel",
	method: "GET",
	path: "/portal-accounts/funnel",
	summary: "From the account to be opened to the account that serves, as of a day; each number is that of the rows that its filter opens in the list.",
	query: z.strictObject(asOf),
	output: z.strictObject({
		asOf: localDate,
		dormantAfterDays: z.int(),
		/** Reached at least: any fact, opened, active, used, an offer filed. */
		reached: z.strictObject({ all: tally, opened: tally, active: tally, used: tally, offered: tally }),
		states: z.strictObject({ toOpen: tally, opened: tally, active: tally, dormant: tally }),
		gaps: z.strictObject({ lateToOpen: tally, unusedFirst: tally, unusedSecond: tally, dormant: tally, noOffer: tally }),
	}),
	roles: fieldRoles,
});
