import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { registrationStates } from "./mission-registrations.ts";
import { can, facetQuery, facets, id, idParams, listQuery, localDate, page } from "./primitives.ts";

/**
 * An employer whose open needs a mission may fill: those that no mission has been promised, that a rule of the Journées fits, of the occupations, the sectors and
 * the French level it looks for, and that begin after it or say no day. `state`: where the employer stands in it, null when nobody has spoken of it.
 */
export const missionMatch = z.strictObject({
	/** The employer's. */
	id,
	employerName: z.string(),
	mrcCode: z.nullable(z.string()),
	sectorCode: z.nullable(z.string()),
	advisorId: z.nullable(id),
	/** Still open, and free of any promise. */
	posts: z.int(),
	needs: z.array(
		z.strictObject({
			id,
			occupationCode: z.string(),
			occupationLabel: z.string(),
			posts: z.int(),
			startOn: z.nullable(localDate),
			frenchLevel: z.nullable(z.int()),
			/** The rule that it fits. */
			ruleId: id,
		}),
	),
	state: z.nullable(z.enum(registrationStates)),
	can,
});
export type MissionMatch = z.output<typeof missionMatch>;

export const missionMatchFields = {
	employerName: { type: "text", sort: true },
	posts: { type: "number", sort: true },
	occupationCode: { type: "code", facet: true },
	mrcCode: { type: "code", facet: true },
	sectorCode: { type: "code", facet: true },
	advisorId: { type: "id", facet: true },
	state: { type: "code", facet: true },
} as const satisfies FieldSet;

export const listMissionMatches = endpoint({
	id: "listMissionMatches",
	method: "GET",
	path: "/missions/{id}/matches",
	summary: "Employers of the region whose open needs a mission may fill, those with the most posts first, with the needs and the rule that each fits.",
	params: idParams,
	query: listQuery,
	fields: missionMatchFields,
	output: page(missionMatch),
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const countMissionMatches = endpoint({
	id: "countMissionMatches",
	method: "GET",
	path: "/missions/{id}/matches/facets",
	summary: "Employers whose needs a mission may fill, by value of the facets asked.",
	params: idParams,
	query: facetQuery,
	fields: missionMatchFields,
	output: facets,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const inviteToMission = endpoint({
	id: "inviteToMission",
	method: "POST",
	path: "/missions/{id}/invitations",
	summary:
		"Invites employers to a mission: each has a registration of that day, `invited`, which the catalogue follows until its deadline. Those who are in it already are left as they are; answers how many were invited. Undone as one batch.",
	params: idParams,
	body: z.strictObject({ employerIds: z.array(id).check(z.minLength(1, { error: "required" }), z.maxLength(200)) }),
	output: z.strictObject({ invited: z.int() }),
	roles: counsellorRoles,
	refusals: ["not-found"],
});

export const missionMatchEndpoints = [listMissionMatches, countMissionMatches, inviteToMission];
