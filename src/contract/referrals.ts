import * as z from "zod/mini";
import { endpoint, fieldRoles, type Role } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, code, count, facetQuery, facets, id, idParams, line, listQuery, localDate, page, prose, version } from "./primitives.ts";

/** Counsellors, those who watch, and the agents who receive persons sent to Accompagnement Québec: of these, only what is addressed to them or comes from them. */
export const referralRoles = [...fieldRoles, "integrationAgent"] as const satisfies Role[];

/** sent → acknowledged → closed; or declined by whoever receives it, or withdrawn by whoever sent it. */
export const referralStates = ["sent", "acknowledged", "closed", "declined", "withdrawn"] as const;
export type ReferralState = (typeof referralStates)[number];
export const referralDestinations = ["colleague", "partner", "service", "servicePoint"] as const;

/** To whom: exactly one of a colleague, a partner, a service outside (a code of `referralService`), a point of service that offers Accompagnement Québec. */
const destination = { toPersonId: z.nullable(id), toPartnerId: z.nullable(id), toService: z.nullable(code) };

/** A signal to Accompagnement Québec (domain §2.6): the point of service that receives it, the volets asked for (codes of `newcomerVolet`), for how many persons. */
const signal = {
	toServicePointId: z.optional(z.nullable(id)),
	volets: z.optional(z.array(code).check(z.maxLength(12))),
	persons: z.optional(z.nullable(count(1, 500))),
};

/** Whose consent it is: the employer's, or the person's whose need it is, who is never named (law, art. 53.1). */
export const consentSources = ["employer", "person"] as const;
const consent = { consentFrom: z.nullable(z.enum(consentSources)), consentOn: z.nullable(localDate), consentMethod: z.nullable(z.enum(["spoken", "written"])) };

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
	toServicePointId: z.nullable(id),
	partnerName: z.nullable(z.string()),
	/** Of a signal, what is asked for and for how many; of any other referral, nothing. */
	volets: z.array(z.string()),
	persons: z.nullable(z.int()),
	/** A number of persons and nothing else: no consent, no line, and an agent does not read of which employer. */
	countsOnly: z.boolean(),
	/** The line of the person who consented; an agent does not read it. */
	immigrationLineId: z.nullable(id),
	contactName: z.nullable(z.string()),
	reason: z.string(),
	note: z.nullable(z.string()),
	/** Whose consent, when and how; null, all three, when persons are only counted. */
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
	toServicePointId: { type: "id", facet: true },
	volet: { type: "code", facet: true },
	countsOnly: { type: "boolean", facet: true },
	immigrationLineId: { type: "id" },
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

type Places = { toPersonId: string | null; toPartnerId: string | null; toService: string | null; toServicePointId?: string | null | undefined };
const places = ({ toPersonId, toPartnerId, toService, toServicePointId }: Places) =>
	[toPersonId, toPartnerId, toService, toServicePointId ?? null].filter((place) => place !== null).length;
const someDestination = z.refine<Places>((value) => places(value) > 0, { error: "required", path: ["toService"] });
const oneDestination = z.refine<Places>((value) => places(value) < 2, { error: "one-destination", path: ["toService"] });

/** Sending without consent is refused, unless persons are only counted; without a day for the reply, the catalogue says it (15 business days). */
export const referralCreation = z
	.strictObject({
		id,
		employerId: z.nullable(id),
		...referralBody,
		...signal,
		countsOnly: z.optional(z.boolean()),
		/** Of whoever consented: the line says from then on that the referral was offered. */
		immigrationLineId: z.optional(z.nullable(id)),
		/** Of whom are counted: each line says that it was, and the signal does not say which. */
		countedLineIds: z.optional(z.array(id).check(z.maxLength(100))),
		consentObtained: z.boolean(),
		...consent,
		replyExpectedOn: z.optional(z.nullable(localDate)),
	})
	.check(
		someDestination,
		oneDestination,
		z.refine((value) => value.countsOnly === true || value.consentObtained, { error: "consent-required", path: ["consentObtained"] }),
	);

/** Sent to somebody else as long as it is open: all three of the destination together; of a signal, another point of service, and what is asked of it. */
export const referralChange = z.partial(z.strictObject({ ...referralBody, ...signal, replyExpectedOn: localDate }));

const ending = { endNote: z.optional(z.nullable(prose(1000))) };

export const listReferrals = endpoint({
	id: "listReferrals",
	method: "GET",
	path: "/referrals",
	summary:
		"Referrals to colleagues, partners and services, the last sent first (domain §1.2). An integration agent reads those addressed to them or to their point of service, or sent by them.",
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
		"Sends an employer, or a person's need without naming anybody, to a colleague, a partner or a service, with the consent obtained (law A-2.1, art. 53.1); or signals to Accompagnement Québec, at a point of service, one person who consented or a number of persons of whom nothing else is said. The follow-up of its outcome comes with it (domain §2.4).",
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
