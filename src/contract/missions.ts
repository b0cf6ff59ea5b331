import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, code, count, facetQuery, facets, id, idParams, line, listQuery, localDate, occupationCode, page, version } from "./primitives.ts";

export const missionModes = ["inPerson", "virtual", "hybrid"] as const;
/** Where a mission stands on the day: it is prepared until it starts; cancelled, it never does. */
export const missionStages = ["toCome", "underWay", "ended", "cancelled"] as const;

/** Totals that the ministry published of a mission, all regions together; null where nothing was published. `registered`: candidates. */
export const publishedFields = [
	"publishedEmployers",
	"publishedPosts",
	"publishedRegistered",
	"publishedApplications",
	"publishedRetained",
	"publishedInvited",
	"publishedInterviews",
	"publishedHires",
] as const;
const total = z.nullable(count(0, 99_999_999));
const published = {
	publishedEmployers: total,
	publishedPosts: total,
	publishedRegistered: total,
	publishedApplications: total,
	publishedRetained: total,
	publishedInvited: total,
	publishedInterviews: total,
	publishedHires: total,
};

/** One edition (domain §1.6): a name, territories, days. `countries` are codes of `missionCountry`, `sectors` of the SCIAN. */
const missionBody = {
	name: line(120),
	edition: z.nullable(line(120)),
	countries: z.array(code).check(z.maxLength(20)),
	mode: z.enum(missionModes),
	startsOn: localDate,
	endsOn: localDate,
	sectors: z.array(code).check(z.maxLength(20)),
	/** Groups of the CNP 2021 that it looks for; none is all. */
	occupationCodes: z.optional(z.array(occupationCode).check(z.maxLength(100))),
	/** The highest level (Échelle québécoise) that a post may ask of those it will meet; null: whatever is asked. */
	frenchLevel: z.optional(z.nullable(count(0, 12))),
	registrationDeadlineOn: z.nullable(localDate),
	applicationDeadlineOn: z.nullable(localDate),
	/** Where its dates and its published totals come from: « S21 ». */
	source: z.nullable(line(200)),
	isCancelled: z.boolean(),
	...published,
};

export const mission = z.strictObject({
	id,
	...missionBody,
	name: z.string(),
	edition: z.nullable(z.string()),
	countries: z.array(z.string()),
	sectors: z.array(z.string()),
	occupationCodes: z.array(z.string()),
	frenchLevel: z.nullable(z.int()),
	source: z.nullable(z.string()),
	/** Brought with the product: its figures are public (domain §4.8). */
	isReference: z.boolean(),
	stage: z.enum(missionStages),
	/** Employers of the region: all those who were interested and have not withdrawn, and those who took part. */
	employers: z.int(),
	tookPart: z.int(),
	version,
	can,
});
export type Mission = z.output<typeof mission>;

export const missionFields = {
	name: { type: "text", sort: true },
	stage: { type: "code", facet: true },
	country: { type: "code", facet: true },
	mode: { type: "code", facet: true },
	sectorCode: { type: "code", facet: true },
	isReference: { type: "boolean", facet: true },
	startsOn: { type: "date", sort: true },
	endsOn: { type: "date", sort: true },
	registrationDeadlineOn: { type: "date", sort: true },
	employers: { type: "number", sort: true },
} as const satisfies FieldSet;

export const missionCreation = z.strictObject({ id, ...missionBody });
export const missionChange = z.partial(z.strictObject(missionBody));
export type MissionChange = z.input<typeof missionChange>;

export const listMissions = endpoint({
	id: "listMissions",
	method: "GET",
	path: "/missions",
	summary: "Missions of the Journées Québec, those to come or just ended first, with the employers of the region in each.",
	query: listQuery,
	fields: missionFields,
	output: page(mission),
	roles: fieldRoles,
});
export const countMissions = endpoint({
	id: "countMissions",
	method: "GET",
	path: "/missions/facets",
	summary: "Missions by value of the facets asked.",
	query: facetQuery,
	fields: missionFields,
	output: facets,
	roles: fieldRoles,
});
export const getMission = endpoint({
	id: "getMission",
	method: "GET",
	path: "/missions/{id}",
	summary: "One mission.",
	params: idParams,
	output: mission,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createMission = endpoint({
	id: "createMission",
	method: "POST",
	path: "/missions",
	summary: "Adds a mission to the region's calendar. Uses of the Journées that were typed under its name become registrations.",
	body: missionCreation,
	output: mission,
	status: 201,
	roles: ["manager"],
	refusals: ["id-taken"],
});
export const updateMission = endpoint({
	id: "updateMission",
	method: "PATCH",
	path: "/missions/{id}",
	summary: "Changes a mission, or says that it is cancelled.",
	params: idParams,
	body: missionChange,
	output: mission,
	ifMatch: true,
	roles: ["manager"],
	refusals: ["not-found"],
});
