import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { resultValue } from "./mission-measures.ts";
import { missionStages } from "./missions.ts";
import { can, code, count, facetQuery, facets, id, idParams, line, listQuery, localDate, nothing, page, version } from "./primitives.ts";

/** In the order in which they come (domain §1.6); one may withdraw from any of them. */
export const registrationStates = ["invited", "interested", "registered", "confirmed", "tookPart", "withdrawn"] as const;
export type RegistrationState = (typeof registrationStates)[number];
/** The day of each state. */
export const registrationDays = {
	invited: "invitedOn",
	interested: "interestedOn",
	registered: "registeredOn",
	confirmed: "confirmedOn",
	tookPart: "tookPartOn",
	withdrawn: "withdrawnOn",
} as const satisfies Record<RegistrationState, string>;

/** Posts of a need that are offered in the mission. `isOver`: running missions are promised more of the need than is still open. */
export const missionPost = z.strictObject({
	id,
	labourNeedId: id,
	occupationCode: z.string(),
	occupationLabel: z.string(),
	quantity: z.int(),
	isOver: z.boolean(),
	version,
});
export type MissionPost = z.output<typeof missionPost>;

const registrationBody = {
	advisorId: z.nullable(id),
	/** The day on which somebody invited it; an employer that came by itself has none. */
	invitedOn: z.nullable(localDate),
	/** Null as long as the employer that was invited has not answered. */
	interestedOn: z.nullable(localDate),
	registeredOn: z.nullable(localDate),
	confirmedOn: z.nullable(localDate),
	tookPartOn: z.nullable(localDate),
	withdrawnOn: z.nullable(localDate),
	/** A code of `missionWithdrawReason`, with the day and never without. */
	withdrawReason: z.nullable(code),
	note: z.nullable(line(300)),
};

/** One employer in one mission. The state follows from its days. */
export const missionRegistration = z.strictObject({
	id,
	missionId: id,
	missionName: z.string(),
	missionStartsOn: localDate,
	missionEndsOn: localDate,
	missionStage: z.enum(missionStages),
	employerId: id,
	employerName: z.string(),
	...registrationBody,
	withdrawReason: z.nullable(z.string()),
	note: z.nullable(z.string()),
	state: z.enum(registrationStates),
	posts: z.int(),
	offered: z.array(missionPost),
	/** What the employer has said came of it, as known today, in the order of the funnel. */
	results: z.array(resultValue),
	version,
	can,
});
export type MissionRegistration = z.output<typeof missionRegistration>;

export const missionRegistrationFields = {
	missionId: { type: "id" },
	missionName: { type: "text", sort: true },
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	state: { type: "code", sort: true, facet: true },
	advisorId: { type: "id", facet: true },
	sectorCode: { type: "code", facet: true },
	mrcCode: { type: "code", facet: true },
	posts: { type: "number", sort: true },
	interestedOn: { type: "date", sort: true },
	missionStartsOn: { type: "date", sort: true },
} as const satisfies FieldSet;

/** Without an adviser, it is whoever records it. */
export const missionRegistrationCreation = z.strictObject({
	id,
	missionId: id,
	employerId: id,
	advisorId: z.optional(registrationBody.advisorId),
	interestedOn: localDate,
	registeredOn: z.optional(registrationBody.registeredOn),
	note: z.optional(registrationBody.note),
});
export const missionRegistrationChange = z.partial(z.strictObject(registrationBody));
export type MissionRegistrationChange = z.input<typeof missionRegistrationChange>;

export const listMissionRegistrations = endpoint({
	id: "listMissionRegistrations",
	method: "GET",
	path: "/mission-registrations",
	summary: "Employers in missions: those of one mission, or the missions of one employer, with the posts offered and what came of them.",
	query: listQuery,
	fields: missionRegistrationFields,
	output: page(missionRegistration),
	roles: fieldRoles,
});
export const countMissionRegistrations = endpoint({
	id: "countMissionRegistrations",
	method: "GET",
	path: "/mission-registrations/facets",
	summary: "Registrations by value of the facets asked.",
	query: facetQuery,
	fields: missionRegistrationFields,
	output: facets,
	roles: fieldRoles,
});
export const getMissionRegistration = endpoint({
	id: "getMissionRegistration",
	method: "GET",
	path: "/mission-registrations/{id}",
	summary: "One employer in one mission.",
	params: idParams,
	output: missionRegistration,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createMissionRegistration = endpoint({
	id: "createMissionRegistration",
	method: "POST",
	path: "/mission-registrations",
	summary: "Says that an employer is interested in a mission, or registered. Once in each.",
	body: missionRegistrationCreation,
	output: missionRegistration,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken", "already-in-mission", "employer-archived"],
});
export const updateMissionRegistration = endpoint({
	id: "updateMissionRegistration",
	method: "PATCH",
	path: "/mission-registrations/{id}",
	summary: "Moves a registration on, each step with its day, withdraws it with a reason, or gives it to another adviser.",
	params: idParams,
	body: missionRegistrationChange,
	output: missionRegistration,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});

/** A need of the employer, and what is left of it to offer. */
export const needToOffer = z.strictObject({
	labourNeedId: id,
	occupationCode: z.string(),
	occupationLabel: z.string(),
	/** Posts − filled − cancelled; of a mission that has ended, all that were opened. */
	openPosts: z.int(),
	/** In other missions that are neither ended, cancelled nor withdrawn from. */
	promised: z.array(z.strictObject({ missionName: z.string(), quantity: z.int() })),
	free: z.int(),
});
export type NeedToOffer = z.output<typeof needToOffer>;

export const listNeedsToOffer = endpoint({
	id: "listNeedsToOffer",
	method: "GET",
	path: "/mission-registrations/{id}/needs",
	summary: "Needs of the employer with the posts that no other mission was promised.",
	params: idParams,
	output: z.strictObject({ items: z.array(needToOffer) }),
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createMissionPost = endpoint({
	id: "createMissionPost",
	method: "POST",
	path: "/mission-posts",
	summary: "Offers posts of a need in a mission. One opening is promised once: what other missions were promised is left to them.",
	body: z.strictObject({ id, registrationId: id, labourNeedId: id, quantity: count(1, 9999) }),
	output: missionRegistration,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken", "conflict"],
});
export const updateMissionPost = endpoint({
	id: "updateMissionPost",
	method: "PATCH",
	path: "/mission-posts/{id}",
	summary: "Offers more or fewer posts of the need.",
	params: idParams,
	body: z.strictObject({ quantity: count(1, 9999) }),
	output: missionRegistration,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
export const deleteMissionPost = endpoint({
	id: "deleteMissionPost",
	method: "DELETE",
	path: "/mission-posts/{id}",
	summary: "Offers none of the posts of the need any more.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});

export const missionRegistrationEndpoints = [
	listMissionRegistrations,
	countMissionRegistrations,
	getMissionRegistration,
	createMissionRegistration,
	updateMissionRegistration,
	listNeedsToOffer,
	createMissionPost,
	updateMissionPost,
	deleteMissionPost,
] as const;
