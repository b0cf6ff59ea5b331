import * as z from "zod/mini";
import { endpoint, fieldRoles, type Role } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, code, facetQuery, facets, id, idParams, line, listQuery, localDate, page, prose, version } from "./primitives.ts";

/** Counsellors, those who watch, and the agents who receive persons sent to Accompagnement Québec: of these, only what is addressed to them or comes from them. */
export const referralRoles = [...fieldRoles, "integrationAgent"] as const satisfies Role[];

/** sent → acknowledged → closed; or declined by whoever receives it, or withdrawn by whoever sent it. */
export const referralStates = ["sent", "acknowledged", "closed", "declined", "withdrawn"] as const;
export type ReferralState = (typeof referralStates)[number];
export const referralDestinations = ["colleague", "partner", "service"] as const;

/** To whom: exactly one of a colleague, a partner, a service outside (a code of `referralService`). */
const destination = { toPersonId: z.nullable(id), toPartnerId: z.nullable(id), toService: z.nullable(code) };

/** Whose consent it is: the employer's, or the person's whose need it is, who is never named (law, art. 53.1). */
export const consentSources = ["employer", "person"] as const;
const consent = { consentFrom: z.enum(consentSources), consentOn: localDate, consentMethod: z.enum(["spoken", "written"]) };

/** Of a person's need, there is no employer, and nothing that identifies the person. */
const referralBody = {
	...destination,
	/** Somebody at the service that receives it. */
	contactName: z.nullable(line(120)),
	/** A code of `referralReason`. */
	reason: code,
	note: z.nullable(prose(1000)),
};

export const referral = z.strictObject({
	id,
	employerId: z.nullable(id),
	employerName: z.nullable(z.string()),
	municipalityName: z.nullable(z.string()),
	/** The visit whose report it comes from, and its day. */
	visitId: z.nullable(id),
	visitOn: z.nullable(localDate),
	fromPersonId: id,
	...destination,
	partnerName: z.nullable(z.string()),
	contactName: z.nullable(z.string()),
	reason: z.string(),
	note: z.nullable(z.string()),
	...consent,
	sentOn: localDate,
	replyExpectedOn: localDate,
	state: z.enum(referralStates),
	acknowledgedOn: z.nullable(localDate),
	/** The meeting that whoever receives it has planned. */
	meetingOn: z.nullable(localDate),
	endedOn: z.nullable(localDate),
	endedById: z.nullable(id),
	/** A code of `referralOutcome`, or the visit by which it was followed; one of the two at least when closed. */
	outcome: z.nullable(z.string()),
	outcomeVisitId: z.nullable(id),
	/** Declined, a code of `referralDeclineReason`; withdrawn, of `referralWithdrawReason`. */
	endReason: z.nullable(z.string()),
	endNote: z.nullable(z.string()),
	/** Still open after the day its reply was expected; and, of those sent so long ago, brought to the manager (domain §2.4). */
	unanswered: z.boolean(),
	escalated: z.boolean(),
	/** A follow-up of whoever sent it watches over its outcome. */
	followed: z.boolean(),
	version,
	can,
});
export type Referral = z.output<typeof referral>;

export const referralFields = {
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	fromPersonId: { type: "id", facet: true },
	toPersonId: { type: "id", facet: true },
	toPartnerId: { type: "id" },
	/** Either side: who sent it or who receives it. */
	sideId: { type: "id" },
	destination: { type: "code", facet: true },
	toService: { type: "code", facet: true },
	reason: { type: "code", facet: true },
	state: { type: "code", facet: true },
	outcome: { type: "code", facet: true },
	open: { type: "boolean", facet: true },
	unanswered: { type: "boolean", facet: true },
	escalated: { type: "boolean", facet: true },
	followed: { type: "boolean" },
	sentOn: { type: "date", sort: true },
	replyExpectedOn: { type: "date", sort: true },
	endedOn: { type: "date", sort: true },
} as const satisfies FieldSet;

const places = (value: { toPersonId?: unknown; toPartnerId?: unknown; toService?: unknown }) =>
	[value.toPersonId, value.toPartnerId, value.toService].filter((place) => place !== null && place !== undefined).length;
type Places = { toPersonId: string | null; toPartnerId: string | null; toService: string | null };
const someDestination = z.refine<Places>((value) => places(value) > 0, { error: "required", path: ["toService"] });
const oneDestination = z.refine<Places>((value) => places(value) < 2, { error: "one-destination", path: ["toService"] });

/** Sending without consent is refused; without a day for the reply, the catalogue says it (15 business days). */
export const referralCreation = z
	.strictObject({
		id,
		employerId: z.nullable(id),
		...referralBody,
		consentObtained: z.boolean(),
		...consent,
		replyExpectedOn: z.optional(z.nullable(localDate)),
	})
	.check(
		someDestination,
		oneDestination,
		z.refine((value) => value.consentObtained, { error: "consent-required", path: ["consentObtained"] }),
	);

/** Sent to somebody else as long as it is open: all three of the destination together. */
export const referralChange = z.partial(z.strictObject({ ...referralBody, replyExpectedOn: localDate }));

const ending = { endNote: z.optional(z.nullable(prose(1000))) };

export const listReferrals = endpoint({
	id: "listReferrals",
	method: "GET",
	path: "/referrals",
	summary:
		"Referrals to colleagues, partners and services, the last sent first (domain §1.2). An integration agent reads those addressed to them or sent by them.",
	query: listQuery,
	fields: referralFields,
	output: page(referral),
	roles: referralRoles,
});
export const countReferrals = endpoint({
	id: "countReferrals",
	method: "GET",
	path: "/referrals/facets",
	summary: "Referrals by value of the facets asked.",
	query: facetQuery,
	fields: referralFields,
	output: facets,
	roles: referralRoles,
});
export const getReferral = endpoint({
	id: "getReferral",
	method: "GET",
	path: "/referrals/{id}",
	summary: "One referral.",
	params: idParams,
	output: referral,
	roles: referralRoles,
	refusals: ["not-found"],
});
export const createReferral = endpoint({
	id: "createReferral",
	method: "POST",
	path: "/referrals",
	summary:
		"Sends an employer, or a person's need without naming anybody, to a colleague, a partner or a service, with the consent obtained (law A-2.1, art. 53.1). The follow-up of its outcome comes with it (domain §2.4).",
	body: referralCreation,
	output: referral,
	status: 201,
	roles: referralRoles,
	refusals: ["id-taken"],
});
export const updateReferral = endpoint({
	id: "updateReferral",
	method: "PATCH",
	path: "/referrals/{id}",
	summary: "Corrects a referral that is open, or sends it to somebody else, who acknowledges it anew.",
	params: idParams,
	body: referralChange,
	output: referral,
	ifMatch: true,
	roles: referralRoles,
	refusals: ["not-found", "referral-ended"],
});
export const acknowledgeReferral = endpoint({
	id: "acknowledgeReferral",
	method: "POST",
	path: "/referrals/{id}/acknowledgement",
	summary: "Says that it is received, and the day of the meeting once it is planned; again, when that day changes.",
	params: idParams,
	body: z.strictObject({ meetingOn: z.optional(z.nullable(localDate)) }),
	output: referral,
	ifMatch: true,
	roles: referralRoles,
	refusals: ["not-found", "referral-ended"],
});
export const closeReferral = endpoint({
	id: "closeReferral",
	method: "POST",
	path: "/referrals/{id}/closing",
	summary: "Closes it with its outcome, or with the visit by which it was followed; with neither, it stays open.",
	params: idParams,
	body: z
		.strictObject({ outcome: z.optional(z.nullable(code)), outcomeVisitId: z.optional(z.nullable(id)), endedOn: localDate, ...ending })
		.check(z.refine((value) => Boolean(value.outcome ?? value.outcomeVisitId), { error: "outcome-or-visit", path: ["outcome"] })),
	output: referral,
	ifMatch: true,
	roles: referralRoles,
	refusals: ["not-found", "referral-ended"],
});
export const declineReferral = endpoint({
	id: "declineReferral",
	method: "POST",
	path: "/referrals/{id}/declining",
	summary: "Says, with a reason, that whoever receives it cannot follow it: whoever sent it has it to do again.",
	params: idParams,
	body: z.strictObject({ reason: code, ...ending }),
	output: referral,
	ifMatch: true,
	roles: referralRoles,
	refusals: ["not-found", "referral-ended"],
});
export const withdrawReferral = endpoint({
	id: "withdrawReferral",
	method: "POST",
	path: "/referrals/{id}/withdrawal",
	summary: "Takes it back, with a reason: the consent withdrawn, a need met otherwise, a mistake.",
	params: idParams,
	body: z.strictObject({ reason: code, ...ending }),
	output: referral,
	ifMatch: true,
	roles: referralRoles,
	refusals: ["not-found", "referral-ended"],
});
