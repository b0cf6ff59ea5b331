import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { simplifiedHint, wageHint } from "./need-marks.ts";
import { can, code, count, facetQuery, facets, id, idParams, line, listQuery, localDate, occupationCode, page, prose, version } from "./primitives.ts";

/** Hourly, integer cents; 0–12 is the Échelle québécoise des niveaux de compétence en français (0: none asked). */
const needBody = {
	occupationCode,
	posts: count(1, 9999),
	permanence: z.nullable(code),
	startOn: z.nullable(localDate),
	hourlyWageCents: z.nullable(count(1, 100_000_00)),
	frenchLevel: z.nullable(count(0, 12)),
	schedule: z.nullable(line(200)),
	requirements: z.nullable(line(300)),
	vacantMonths: z.nullable(count(0, 240)),
	localEfforts: z.nullable(prose(500)),
	/** A term of « needHousing ». Left out by who does not know of it. */
	housing: z.optional(z.nullable(code)),
};

export const labourNeed = z.strictObject({
	id,
	employerId: id,
	employerName: z.string(),
	supportCaseId: z.nullable(id),
	visitId: z.nullable(id),
	occupationLabel: z.string(),
	occupationCode: z.string(),
	posts: z.int(),
	postsFilled: z.int(),
	postsCancelled: z.int(),
	openPosts: z.int(),
	permanence: z.nullable(z.string()),
	startOn: z.nullable(localDate),
	hourlyWageCents: z.nullable(z.int()),
	frenchLevel: z.nullable(z.int()),
	schedule: z.nullable(z.string()),
	requirements: z.nullable(z.string()),
	vacantMonths: z.nullable(z.int()),
	localEfforts: z.nullable(z.string()),
	housing: z.nullable(z.string()),
	wageHint,
	simplifiedHint,
	recordedOn: localDate,
	closedOn: z.nullable(localDate),
	version,
	can,
});
export type LabourNeed = z.output<typeof labourNeed>;

export const labourNeedFields = {
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	occupationCode: { type: "code", sort: true, facet: true },
	teer: { type: "code", facet: true },
	mrcCode: { type: "code", facet: true },
	sectorCode: { type: "code", facet: true },
	advisorId: { type: "id", facet: true },
	openPosts: { type: "number", sort: true },
	hourlyWageCents: { type: "number", sort: true },
	frenchLevel: { type: "number", sort: true },
	housing: { type: "code", facet: true },
	startOn: { type: "date", sort: true },
	recordedOn: { type: "date", sort: true },
	open: { type: "boolean", facet: true },
} as const satisfies FieldSet;

export const needLine = z.strictObject({ id, ...needBody });
export const labourNeedCreation = z.strictObject({ id, employerId: id, ...needBody });
const { posts: _opened, ...changeable } = needBody;
/** How many posts is what its movements say (need-movements.ts): nothing else changes it. */
export const labourNeedChange = z.partial(z.strictObject({ ...changeable, closedOn: z.nullable(localDate) }));

export type LabourNeedChange = z.input<typeof labourNeedChange>;

export const listLabourNeeds = endpoint({
	id: "listLabourNeeds",
	method: "GET",
	path: "/labour-needs",
	summary: "Labour needs of the region, a page at a time.",
	query: listQuery,
	fields: labourNeedFields,
	output: page(labourNeed),
	roles: fieldRoles,
	core: true,
});
export const countLabourNeeds = endpoint({
	id: "countLabourNeeds",
	method: "GET",
	path: "/labour-needs/facets",
	summary: "Labour needs by value of the facets asked.",
	query: facetQuery,
	fields: labourNeedFields,
	output: facets,
	roles: fieldRoles,
});
export const getLabourNeed = endpoint({
	id: "getLabourNeed",
	method: "GET",
	path: "/labour-needs/{id}",
	summary: "One labour need.",
	params: idParams,
	output: labourNeed,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createLabourNeed = endpoint({
	id: "createLabourNeed",
	method: "POST",
	path: "/labour-needs",
	summary: "Records a need: an occupation (CNP 2021) and a number of posts, which is its first movement.",
	body: labourNeedCreation,
	output: labourNeed,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const updateLabourNeed = endpoint({
	id: "updateLabourNeed",
	method: "PATCH",
	path: "/labour-needs/{id}",
	summary: "Changes what is asked of a need, or closes it. Its posts change by movements (createNeedMovement).",
	params: idParams,
	body: labourNeedChange,
	output: labourNeed,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
