import * as z from "zod/mini";
import { chosenFollowUp } from "./chosen-follow-up.ts";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, code, count, facetQuery, facets, id, idParams, line, listQuery, localDate, page, prose, version } from "./primitives.ts";
import { capacityBlock, consentBlock, profileBlock, visitReport } from "./visit-report.ts";

/** planned → draft → completed → locked (30 days after completion; addenda from then on), or cancelled with a reason. `locked` is read, never stored. */
export const visitStatuses = ["planned", "draft", "completed", "locked", "cancelled"] as const;
export type VisitStatus = (typeof visitStatuses)[number];
export const lockedAfterDays = 30;

/** Whom it is paid to: one or several employers (a group session has many), or a partner, to follow an agreement (domain §2.3). One of the two, never both. */
const subject = {
	employerIds: z.array(id).check(z.maxLength(60)),
	partnerId: z.optional(z.nullable(id)),
	agreementId: z.optional(z.nullable(id)),
};

/** Block 1 and what every state carries. `headline` is the one line of the quick log; `summary` the synthesis (1,500 characters). */
const visitBody = {
	...subject,
	adviserIds: z.array(id).check(z.minLength(1, { error: "required" }), z.maxLength(20)),
	mode: code,
	occurredOn: localDate,
	durationMinutes: z.optional(z.nullable(count(1, 1440))),
	headline: z.optional(z.nullable(line(300))),
	summary: z.optional(z.nullable(prose(1500))),
	solutions: z.optional(z.array(code).check(z.maxLength(20))),
	noFollowUpReason: z.optional(z.nullable(code)),
	nextContactOn: z.optional(z.nullable(localDate)),
	report: z.optional(visitReport),
};

const visitParty = z.strictObject({ employerId: id, employerName: z.string(), establishmentId: z.nullable(id), mrcCode: z.nullable(z.string()) });
const visitPartner = z.strictObject({ partnerId: id, partnerName: z.string(), agreementId: z.nullable(id), agreementTitle: z.nullable(z.string()) });
const visitAdviser = z.strictObject({ personId: id, name: z.string(), role: z.string(), servicePointId: z.nullable(id) });

export const visitRow = z.strictObject({
	id,
	status: z.enum(visitStatuses),
	mode: z.string(),
	occurredOn: localDate,
	headline: z.nullable(z.string()),
	/** Empty when it is a partner's. */
	employers: z.array(visitParty),
	partner: z.nullable(visitPartner),
	advisers: z.array(visitAdviser),
	solutions: z.array(z.string()),
	needs: z.int(),
	posts: z.int(),
	completedOn: z.nullable(localDate),
	invitationKey: z.nullable(z.string()),
	version,
	can,
});
export type VisitRow = z.output<typeof visitRow>;

export const visit = z.strictObject({
	...visitRow.shape,
	durationMinutes: z.nullable(z.int()),
	summary: z.nullable(z.string()),
	noFollowUpReason: z.nullable(z.string()),
	nextContactOn: z.nullable(localDate),
	cancelReason: z.nullable(z.string()),
	createdBy: z.nullable(id),
	report: visitReport,
	addenda: z.array(z.strictObject({ id, writtenOn: localDate, writtenBy: z.nullable(id), text: z.string() })),
	/** Other visits of the same day to the same, by the same person: perhaps this one, logged twice. Said, never refused. */
	duplicates: z.array(z.strictObject({ id, status: z.enum(visitStatuses), mode: z.string(), headline: z.nullable(z.string()) })),
	/** Why the report cannot be completed yet: field paths, empty when it can. */
	incomplete: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
});
export type Visit = z.output<typeof visit>;

export const visitFields = {
	occurredOn: { type: "date", sort: true },
	status: { type: "code", facet: true },
	mode: { type: "code", facet: true },
	employerId: { type: "id" },
	partnerId: { type: "id" },
	mrcCode: { type: "code", facet: true },
	adviserId: { type: "id", facet: true },
	invitationKey: { type: "code" },
} as const satisfies FieldSet;

/** Names the invitation that a visit was drawn from (40 hexadecimal digits of a digest of its UID): whoever logs it logs it once, cancelled visits aside. */
const invitationKey = z.optional(z.nullable(z.string().check(z.regex(/^[0-9a-f]{40}$/, { error: "code" }))));

export const visitCreation = z.strictObject({ id, status: z.enum(["planned", "draft"]), invitationKey, ...visitBody });
export const visitChange = z.partial(z.strictObject({ ...visitBody, status: z.enum(["planned", "draft"]) }));
export type VisitCreation = z.output<typeof visitCreation>;
export type VisitChange = z.output<typeof visitChange>;

export const listVisits = endpoint({
	id: "listVisits",
	method: "GET",
	path: "/visits",
	summary: "Visits of the region, a page at a time, the latest first.",
	query: listQuery,
	fields: visitFields,
	output: page(visitRow),
	roles: fieldRoles,
	core: true,
});
export const countVisits = endpoint({
	id: "countVisits",
	method: "GET",
	path: "/visits/facets",
	summary: "Visits by value of the facets asked.",
	query: facetQuery,
	fields: visitFields,
	output: facets,
	roles: fieldRoles,
});
export const getVisit = endpoint({
	id: "getVisit",
	method: "GET",
	path: "/visits/{id}",
	summary: "One visit with its twelve blocks.",
	params: idParams,
	output: visit,
	roles: fieldRoles,
	refusals: ["not-found"],
	core: true,
});
const from = { visitId: z.nullable(id), occurredOn: localDate };
export const visitPrefill = z.strictObject({
	profile: z.nullable(z.strictObject({ ...from, block: profileBlock })),
	capacity: z.nullable(z.strictObject({ ...from, block: capacityBlock })),
	consent: z.nullable(z.strictObject({ ...from, block: consentBlock })),
});
export type VisitPrefill = z.output<typeof visitPrefill>;
export const getVisitPrefill = endpoint({
	id: "getVisitPrefill",
	method: "GET",
	path: "/visits/prefill",
	summary:
		"What the reports before a day last said of an employer, block by block, to confirm or to change (domain §2.3, blocks 2, 4 and 11); before any report, its record.",
	query: z.strictObject({ employerId: id, before: localDate, except: z.optional(id) }),
	output: visitPrefill,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createVisit = endpoint({
	id: "createVisit",
	method: "POST",
	path: "/visits",
	summary: "Logs or plans a visit; its id is made by the client and is the idempotency key.",
	body: visitCreation,
	output: visit,
	status: 201,
	offline: true,
	roles: counsellorRoles,
	refusals: ["id-taken", "invitation-taken"],
	core: true,
});
export const updateVisit = endpoint({
	id: "updateVisit",
	method: "PATCH",
	path: "/visits/{id}",
	summary: "Changes a visit that is not locked; complete lines of needs, next steps and tool uses become records.",
	params: idParams,
	body: visitChange,
	output: visit,
	ifMatch: true,
	offline: true,
	roles: counsellorRoles,
	refusals: ["not-found", "visit-not-editable"],
	core: true,
});
export const completeVisit = endpoint({
	id: "completeVisit",
	method: "POST",
	path: "/visits/{id}/completion",
	summary:
		"Completes the report: dated today or before, every line complete, a next step or the reason for none. Never goes back. The follow-ups chosen from the catalogue become next steps of the report, in the same transaction (domain §2.4).",
	params: idParams,
	body: z.strictObject({ completedOn: localDate, followUps: z.optional(z.array(chosenFollowUp).check(z.maxLength(20))) }),
	output: visit,
	ifMatch: true,
	offline: true,
	roles: counsellorRoles,
	refusals: ["not-found", "visit-not-editable", "visit-incomplete", "id-taken"],
	core: true,
});
export const cancelVisit = endpoint({
	id: "cancelVisit",
	method: "POST",
	path: "/visits/{id}/cancellation",
	summary: "Cancels a visit that is not completed, with a reason.",
	params: idParams,
	body: z.strictObject({ reason: line(300) }),
	output: visit,
	ifMatch: true,
	offline: true,
	roles: counsellorRoles,
	refusals: ["not-found", "visit-not-editable"],
});
export const addVisitAddendum = endpoint({
	id: "addVisitAddendum",
	method: "POST",
	path: "/visits/{id}/addenda",
	summary: "Adds a dated addendum to a completed visit.",
	params: idParams,
	body: z.strictObject({ id, text: prose(1500) }),
	output: visit,
	offline: true,
	roles: counsellorRoles,
	refusals: ["not-found", "visit-not-editable"],
});
