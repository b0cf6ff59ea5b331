import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import { resultMeasure, resultValue } from "./mission-measures.ts";
import { registrationStates } from "./mission-registrations.ts";
import { mission } from "./missions.ts";
import { can, count, id, idParams, localDate } from "./primitives.ts";

/** More hires than posts offered: kept, and said. */
export const resultFlags = ["hires-over-posts"] as const;

export const resultRow = z.strictObject({
	registrationId: id,
	employerId: id,
	employerName: z.string(),
	state: z.enum(registrationStates),
	posts: z.int(),
	values: z.array(resultValue),
	flags: z.array(z.enum(resultFlags)),
	can,
});
export type ResultRow = z.output<typeof resultRow>;
export const missionResults = z.strictObject({ asOf: localDate, items: z.array(resultRow) });
export type MissionResults = z.output<typeof missionResults>;

const asOfQuery = z.strictObject({ asOf: z.optional(localDate) });

export const listMissionResults = endpoint({
	id: "listMissionResults",
	method: "GET",
	path: "/missions/{id}/results",
	summary: "Results of each employer of a mission as they were known on a day; today without one.",
	params: idParams,
	query: asOfQuery,
	output: missionResults,
	roles: fieldRoles,
	refusals: ["not-found"],
});

/** `before` is what the cell showed when it was typed: somebody who typed meanwhile is not written over. A value of null takes back the one that was shown. */
export const resultCell = z.strictObject({ registrationId: id, measure: resultMeasure, value: z.nullable(count(0, 9_999_999)), before: z.nullable(z.int()) });
/** `shownOn`: the day as of which the cells were shown; without it, that on which they are known. */
export const missionResultsChange = z.strictObject({
	knownOn: localDate,
	shownOn: z.optional(localDate),
	cells: z.array(resultCell).check(z.minLength(1), z.maxLength(2000)),
});

export const saveMissionResults = endpoint({
	id: "saveMissionResults",
	method: "POST",
	path: "/missions/{id}/results",
	summary: "Writes cells of the grid of results, all or none, as known on a day. Each cell at fault is named.",
	params: idParams,
	body: missionResultsChange,
	output: missionResults,
	roles: counsellorRoles,
	refusals: ["not-found"],
});

const sum = z.nullable(z.int());
/** Sums over the employers of the region; null where nobody has said anything. */
export const missionCounts = z.strictObject({
	employers: z.int(),
	registered: z.int(),
	tookPart: z.int(),
	posts: z.int(),
	applications: sum,
	shortlisted: sum,
	invited: sum,
	interviews: sum,
	offers: sum,
	hires: sum,
	arrivals: sum,
	employed6: sum,
	employed12: sum,
});
export type MissionCounts = z.output<typeof missionCounts>;

export const getMissionFunnel = endpoint({
	id: "getMissionFunnel",
	method: "GET",
	path: "/missions/{id}/funnel",
	summary: "The funnel of a mission as it was known on a day. Hires count when they are known within 180 days of its end (domain §3.1).",
	params: idParams,
	query: asOfQuery,
	output: z.strictObject({ asOf: localDate, counts: missionCounts }),
	roles: fieldRoles,
	refusals: ["not-found"],
});

export const missionCompared = z.strictObject({ mission, counts: missionCounts });
export type MissionCompared = z.output<typeof missionCompared>;
export const compareMissions = endpoint({
	id: "compareMissions",
	method: "GET",
	path: "/missions/comparison",
	summary: "Missions side by side: what the region counted as of a day, and the totals that were published. The latest first.",
	query: asOfQuery,
	output: z.strictObject({ asOf: localDate, items: z.array(missionCompared) }),
	roles: fieldRoles,
});
