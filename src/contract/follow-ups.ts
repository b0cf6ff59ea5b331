import * as z from "zod/mini";
import { coOwners, followUpBody, ruleCode } from "./chosen-follow-up.ts";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, code, count, facetQuery, facets, id, idParams, line, listQuery, localDate, page, prose, version } from "./primitives.ts";

export const repeatUnits = ["day", "week", "month"] as const;
/** Every so many days, weeks or months: done, it makes its next occurrence. Both or neither. */
const repetition = { repeatEvery: z.nullable(count(1, 99)), repeatUnit: z.nullable(z.enum(repeatUnits)) };

/** Where it comes from: the next occurrence of a series, the case, an import, the catalogue, a visit, or somebody's hand. */
export const followUpOrigins = ["series", "case", "import", "catalogue", "visit", "hand"] as const;
export type FollowUpOrigin = (typeof followUpOrigins)[number];
/** What is waited for rather than done: the outcome of a referral, the state of an application. */
export const waitingKinds = ["referralOutcome", "filingStatus"] as const;

export const followUp = z.strictObject({
	id,
	/** Whom it is for: an employer, or a partner whose agreement is followed. */
	employerId: z.nullable(id),
	partnerId: z.nullable(id),
	/** The name of the one or the other. */
	employerName: z.string(),
	supportCaseId: z.nullable(id),
	visitId: z.nullable(id),
	/** The day of the visit it comes from. */
	visitOn: z.nullable(localDate),
	kind: z.string(),
	title: z.string(),
	ownerId: id,
	coOwnerIds: z.array(id),
	dueOn: localDate,
	doneOn: z.nullable(localDate),
	outcome: z.nullable(z.string()),
	/** Given up, on the day `doneOn`: a code of `followUpCancelReason`. */
	cancelReason: z.nullable(z.string()),
	origin: z.enum(followUpOrigins),
	ruleCode: z.nullable(z.string()),
	/** Promised to the employer: it is in the ledger of what was undertaken (« engagements pris »). */
	promised: z.boolean(),
	...repetition,
	/** How many times it was put off, and why the last time: a code of `postponeReason`, and a few words. */
	postponements: z.int(),
	postponeReason: z.nullable(z.string()),
	postponeNote: z.nullable(z.string()),
	createdOn: localDate,
	version,
	can,
});
export type FollowUp = z.output<typeof followUp>;

/** Of a promise, by the day: kept (late or not), late, to come, or given up with a reason. A follow-up that is no promise has none. */
export const promiseStates = ["late", "toCome", "kept", "givenUp"] as const;
export type PromiseState = (typeof promiseStates)[number];

export const followUpFields = {
	employerId: { type: "id" },
	/** The person hired, under a label, whose steps call for it. */
	lineId: { type: "id" },
	employerName: { type: "text", sort: true },
	kind: { type: "code", facet: true },
	/** Any of its owners. */
	ownerId: { type: "id", facet: true },
	origin: { type: "code", facet: true },
	dueOn: { type: "date", sort: true },
	doneOn: { type: "date", sort: true },
	done: { type: "boolean", facet: true },
	late: { type: "boolean", facet: true },
	promised: { type: "boolean", sort: true },
	promise: { type: "code", facet: true },
} as const satisfies FieldSet;

/** A line of a visit's report; `ruleCode` when the catalogue proposed it. A line that does not say is no promise. */
export const followUpLine = z.strictObject({
	id,
	...followUpBody,
	ruleCode,
	promised: z.pipe(
		z.nullable(z.boolean()),
		z.transform((value) => value === true),
	),
});
export const followUpCreation = z.strictObject({
	id,
	employerId: id,
	...followUpBody,
	coOwnerIds: z.optional(coOwners),
	ruleCode: z.optional(ruleCode),
	promised: z.optional(z.boolean()),
	/** Done when it is recorded: a letter just sent. */
	doneOn: z.optional(z.nullable(localDate)),
	repeatEvery: z.optional(repetition.repeatEvery),
	repeatUnit: z.optional(repetition.repeatUnit),
	createdFrom: z.optional(z.enum(["case", "import"])),
});
export const followUpChange = z.partial(
	z.strictObject({
		...followUpBody,
		coOwnerIds: coOwners,
		...repetition,
		promised: z.boolean(),
		doneOn: z.nullable(localDate),
		outcome: z.nullable(prose(500)),
		cancelReason: z.nullable(code),
		postponeReason: z.nullable(code),
		postponeNote: z.nullable(line(200)),
	}),
);

/** What a rule of the catalogue proposes, ready to be chosen. `isChosen`: what a counsellor usually does. */
export const followUpProposal = z.strictObject({ ruleCode: code, kind: z.string(), title: z.string(), dueOn: localDate, isChosen: z.boolean() });
export type FollowUpProposal = z.output<typeof followUpProposal>;

export const followUpRule = z.strictObject({
	code: z.string(),
	trigger: z.string(),
	kind: z.string(),
	titleFr: z.string(),
	titleEn: z.string(),
	/** Negative: before the anchor, which is the event itself or a date that it names. */
	dueCount: z.int(),
	dueUnit: z.enum(["businessDay", "day", "month"]),
	anchor: z.string(),
	...repetition,
	escalateAfterDays: z.nullable(z.int()),
});
export type FollowUpRule = z.output<typeof followUpRule>;

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
	summary: "Follow-ups by value of the facets asked; one of several owners counts for each.",
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
export const listFollowUpRules = endpoint({
	id: "listFollowUpRules",
	method: "GET",
	path: "/follow-up-rules",
	summary: "The catalogue of follow-ups in force: event, action, default due date, recurrence, escalation (domain §2.4).",
	output: z.strictObject({ items: z.array(followUpRule) }),
	roles: fieldRoles,
});
export const listFollowUpProposals = endpoint({
	id: "listFollowUpProposals",
	method: "GET",
	path: "/follow-up-proposals",
	summary: "What the catalogue proposes for a visit about to be completed, or for an employer today; nothing that is already to be done (domain §2.4).",
	query: z.strictObject({ visitId: z.optional(id), employerId: z.optional(id) }),
	output: z.strictObject({ items: z.array(followUpProposal) }),
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
	offline: true,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const updateFollowUp = endpoint({
	id: "updateFollowUp",
	method: "PATCH",
	path: "/follow-ups/{id}",
	summary:
		"Changes a follow-up, postpones it, marks it done or not, gives it up with a reason. Done, one that repeats makes its next occurrence; not done after all, the occurrence goes if nobody has touched it.",
	params: idParams,
	body: followUpChange,
	output: followUp,
	ifMatch: true,
	offline: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
