import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, code, count, email, facetQuery, facets, id, idParams, line, listQuery, localDate, neq, page, phone, postalCode, version } from "./primitives.ts";

export const establishment = z.strictObject({
	id,
	name: z.nullable(z.string()),
	municipalityCode: z.string(),
	municipalityName: z.string(),
	mrcCode: z.string(),
	address: z.nullable(z.string()),
	postalCode: z.nullable(z.string()),
	isMain: z.boolean(),
	version,
});

/** Personal information under law: work coordinates only. */
export const contact = z.strictObject({
	id,
	employerId: id,
	name: z.string(),
	jobTitle: z.nullable(z.string()),
	phone: z.nullable(z.string()),
	phoneExtension: z.nullable(z.string()),
	email: z.nullable(z.string()),
	isPrimary: z.boolean(),
	version,
});
export type Contact = z.output<typeof contact>;

/** A row of the list: what a counsellor scans. Dates are of the event; counts are of what is open today. */
export const employerRow = z.strictObject({
	id,
	name: z.string(),
	neq: z.nullable(z.string()),
	mrcCode: z.nullable(z.string()),
	municipalityName: z.nullable(z.string()),
	sectorCode: z.nullable(z.string()),
	employeeCount: z.nullable(z.int()),
	advisorId: z.nullable(id),
	stage: z.nullable(z.string()),
	supportCaseId: z.nullable(id),
	stageEnteredOn: z.nullable(localDate),
	openPosts: z.int(),
	openNeeds: z.int(),
	lastVisitOn: z.nullable(localDate),
	nextStepOn: z.nullable(localDate),
	nextStepTitle: z.nullable(z.string()),
	portalAccountOn: z.nullable(localDate),
	portalLastUseOn: z.nullable(localDate),
	missionsJoined: z.int(),
	archivedOn: z.nullable(localDate),
});
export type EmployerRow = z.output<typeof employerRow>;

export const employer = z.strictObject({
	...employerRow.shape,
	phone: z.nullable(z.string()),
	website: z.nullable(z.string()),
	activity: z.nullable(z.string()),
	createdOn: localDate,
	portalUses: z.int(),
	lastMission: z.nullable(z.string()),
	archiveReason: z.nullable(z.string()),
	archivedBy: z.nullable(id),
	establishments: z.array(establishment),
	contacts: z.array(contact),
	counts: z.strictObject({ labourNeeds: z.int(), supportCases: z.int(), visits: z.int(), toolUses: z.int(), followUps: z.int() }),
	version,
	can,
});
export type Employer = z.output<typeof employer>;

/** What may be filtered, sorted and counted in the list of employers. */
export const employerFields = {
	name: { type: "text", sort: true },
	mrcCode: { type: "code", sort: true, facet: true },
	municipalityName: { type: "text", sort: true },
	sectorCode: { type: "code", sort: true, facet: true },
	employeeCount: { type: "number", sort: true },
	advisorId: { type: "id", facet: true },
	stage: { type: "code", sort: true, facet: true },
	openPosts: { type: "number", sort: true },
	lastVisitOn: { type: "date", sort: true },
	nextStepOn: { type: "date", sort: true },
	portal: { type: "code", facet: true },
	portalAccountOn: { type: "date" },
	portalLastUseOn: { type: "date" },
	missionsJoined: { type: "number", sort: true },
	/** Unless a filter names it, the archived are left out. */
	archived: { type: "boolean", facet: true },
	archivedOn: { type: "date" },
} as const satisfies FieldSet;

const employerBody = {
	name: line(200),
	neq: z.nullable(neq),
	sectorCode: z.nullable(code),
	employeeCount: z.nullable(count(0, 1_000_000)),
	advisorId: z.nullable(id),
	phone: z.nullable(phone),
	website: z.nullable(line(200)),
	activity: z.nullable(line(300)),
};
const establishmentBody = { name: z.nullable(line(200)), municipalityCode: code, address: z.nullable(line(200)), postalCode: z.nullable(postalCode) };
const contactBody = {
	name: line(120),
	jobTitle: z.nullable(line(120)),
	phone: z.nullable(phone),
	phoneExtension: z.nullable(z.string().check(z.regex(/^[0-9]{1,6}$/, { error: "phone-extension" }))),
	email: z.nullable(email),
	isPrimary: z.boolean(),
};

/** A new employer always has its main establishment: the territory comes from it. */
export const employerCreation = z.strictObject({ id, ...employerBody, establishment: z.strictObject({ id, ...establishmentBody }) });
export const employerChange = z.partial(z.strictObject(employerBody));

export const contactCreation = z.strictObject({ id, employerId: id, ...contactBody });
export const contactChange = z.partial(z.strictObject(contactBody));

export const listEmployers = endpoint({
	id: "listEmployers",
	method: "GET",
	path: "/employers",
	summary: "Employers of the region, a page at a time.",
	query: listQuery,
	fields: employerFields,
	output: page(employerRow),
	roles: fieldRoles,
	core: true,
});
export const countEmployers = endpoint({
	id: "countEmployers",
	method: "GET",
	path: "/employers/facets",
	summary: "Employers by value of the facets asked (comma separated), each with every filter but its own.",
	query: facetQuery,
	fields: employerFields,
	output: facets,
	roles: fieldRoles,
});
export const getEmployer = endpoint({
	id: "getEmployer",
	method: "GET",
	path: "/employers/{id}",
	summary: "One employer with its establishments and contacts.",
	params: idParams,
	output: employer,
	roles: fieldRoles,
	refusals: ["not-found"],
	core: true,
});
export const createEmployer = endpoint({
	id: "createEmployer",
	method: "POST",
	path: "/employers",
	summary: "Adds an employer with its main establishment. The NEQ is unique in the region.",
	body: employerCreation,
	output: employer,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken", "neq-taken"],
});
export const updateEmployer = endpoint({
	id: "updateEmployer",
	method: "PATCH",
	path: "/employers/{id}",
	summary: "Changes an employer's own fields.",
	params: idParams,
	body: employerChange,
	output: employer,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "neq-taken"],
});
export const createContact = endpoint({
	id: "createContact",
	method: "POST",
	path: "/contacts",
	summary: "Adds a person to reach at an employer's.",
	body: contactCreation,
	output: contact,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const updateContact = endpoint({
	id: "updateContact",
	method: "PATCH",
	path: "/contacts/{id}",
	summary: "Changes a contact.",
	params: idParams,
	body: contactChange,
	output: contact,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
