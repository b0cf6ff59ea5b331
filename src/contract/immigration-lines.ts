import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { holdsIdentifier } from "./identifier.ts";
import { immigrationSteps } from "./immigration-steps.ts";
import { can, code, facetQuery, facets, id, idParams, line, listQuery, localDate, occupationCode, page, prose, version } from "./primitives.ts";

/** Where a line stands: its last step. */
export const immigrationStates = ["hired", "filed", "decided", "selected", "permitFiled", "approved", "arrived", "atWork", "resident", "ended"] as const;

/** One's own words for a person: « Soudeur 2 – Tunisie ». */
const pseudonym = line(80).check(z.refine((text) => !holdsIdentifier(text), { error: "identifier-in-label" }));

/** What came of offering Accompagnement Québec to the person, at arrival (domain §2.2, stage 7). */
export const newcomerAnswers = ["referred", "counted", "declined"] as const;

const day = z.nullable(localDate);
const { hiredOn: _, ...laterSteps } = Object.fromEntries(immigrationSteps.map((step) => [step, day])) as Record<(typeof immigrationSteps)[number], typeof day>;

/** No name, UCI, passport or permit number: there is no field for them (domain §2.5). `path`, `stream`, `country`, `endReason` are codes of vocabularies. */
const lineBody = {
	labourNeedId: z.nullable(id),
	/** The mission that it was hired at. */
	missionId: z.nullable(id),
	label: pseudonym,
	path: code,
	stream: z.nullable(code),
	country: z.nullable(code),
	occupationCode: z.nullable(occupationCode),
	hiredOn: localDate,
	...laterSteps,
	/** The only day that is to come: renewals begin 180 days before. */
	permitExpiresOn: day,
	endedOn: day,
	endReason: z.nullable(code),
	note: z.nullable(prose(500)),
};

export const immigrationLine = z.strictObject({
	id,
	employerId: id,
	employerName: z.string(),
	...lineBody,
	label: z.string(),
	path: z.string(),
	stream: z.nullable(z.string()),
	country: z.nullable(z.string()),
	endReason: z.nullable(z.string()),
	note: z.nullable(z.string()),
	occupationCode: z.nullable(z.string()),
	occupationLabel: z.nullable(z.string()),
	missionName: z.nullable(z.string()),
	/** The day on which its permit is next to be seen to: the reminder of the catalogue (180, 120 and 90 days before it expires) that is not done. */
	renewalOn: day,
	/** Whether Accompagnement Québec was offered: sent with consent, counted without a trace, not wished for; and since when. */
	newcomerAnswer: z.nullable(z.enum(newcomerAnswers)),
	newcomerOfferedOn: day,
	state: z.enum(immigrationStates),
	version,
	can,
});
export type ImmigrationLine = z.output<typeof immigrationLine>;

export const immigrationLineFields = {
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	label: { type: "text", sort: true },
	state: { type: "code", facet: true },
	path: { type: "code", facet: true },
	stream: { type: "code", facet: true },
	country: { type: "code", facet: true },
	endReason: { type: "code", facet: true },
	occupationCode: { type: "code", facet: true },
	advisorId: { type: "id", facet: true },
	labourNeedId: { type: "id" },
	missionId: { type: "id" },
	hiredOn: { type: "date", sort: true },
	filedOn: { type: "date" },
	decidedOn: { type: "date" },
	arrivedOn: { type: "date", sort: true },
	permitExpiresOn: { type: "date", sort: true },
	endedOn: { type: "date" },
	newcomerAnswer: { type: "code", facet: true },
	/** Neither ended nor settled for good. */
	open: { type: "boolean", facet: true },
} as const satisfies FieldSet;

export const immigrationLineCreation = z.strictObject({ id, employerId: id, ...lineBody });
export const immigrationLineChange = z.partial(z.strictObject(lineBody));
export type ImmigrationLineChange = z.input<typeof immigrationLineChange>;

export const listImmigrationLines = endpoint({
	id: "listImmigrationLines",
	method: "GET",
	path: "/immigration-lines",
	summary: "Immigration lines of the region, the latest hired first: each person hired, under a label, with the days of its steps.",
	query: listQuery,
	fields: immigrationLineFields,
	output: page(immigrationLine),
	roles: fieldRoles,
});
export const countImmigrationLines = endpoint({
	id: "countImmigrationLines",
	method: "GET",
	path: "/immigration-lines/facets",
	summary: "Immigration lines by value of the facets asked.",
	query: facetQuery,
	fields: immigrationLineFields,
	output: facets,
	roles: fieldRoles,
});
export const getImmigrationLine = endpoint({
	id: "getImmigrationLine",
	method: "GET",
	path: "/immigration-lines/{id}",
	summary: "One immigration line.",
	params: idParams,
	output: immigrationLine,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createImmigrationLine = endpoint({
	id: "createImmigrationLine",
	method: "POST",
	path: "/immigration-lines",
	summary: "Follows one person hired, under a label. A step that its path has not, that comes before the one it needs or tomorrow is refused beside its field.",
	body: immigrationLineCreation,
	output: immigrationLine,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
/** What the persons of a group have in common, and each with their label and their days. */
const ofEach = { label: pseudonym, hiredOn: localDate, ...laterSteps, permitExpiresOn: day };
export const immigrationGroup = z.strictObject({
	employerId: id,
	labourNeedId: lineBody.labourNeedId,
	missionId: lineBody.missionId,
	path: lineBody.path,
	stream: lineBody.stream,
	country: lineBody.country,
	occupationCode: lineBody.occupationCode,
	lines: z.array(z.strictObject({ id, ...ofEach })).check(z.minLength(1, { error: "required" }), z.maxLength(100)),
});
export const createImmigrationGroup = endpoint({
	id: "createImmigrationGroup",
	method: "POST",
	path: "/immigration-lines/group",
	summary:
		"Follows up to a hundred persons hired together: what they have in common once, and for each a label and the days of the steps. All of them or none; what is amiss is said by line and field (`lines.3.filedOn`). Undone as one batch.",
	body: immigrationGroup,
	output: z.strictObject({ created: z.int() }),
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const declineNewcomerSupport = endpoint({
	id: "declineNewcomerSupport",
	method: "POST",
	path: "/immigration-lines/{id}/newcomer-declining",
	summary: "Says on which day the person, here or at work, was offered Accompagnement Québec and did not wish for it; null takes it back.",
	params: idParams,
	body: z.strictObject({ declinedOn: z.nullable(localDate) }),
	output: immigrationLine,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
export const updateImmigrationLine = endpoint({
	id: "updateImmigrationLine",
	method: "PATCH",
	path: "/immigration-lines/{id}",
	summary: "Changes a line: the day of a step, its end and why.",
	params: idParams,
	body: immigrationLineChange,
	output: immigrationLine,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});

export const immigrationDelays = z.strictObject({
	/** By path and step, from the step before it that is known: how many lines, and in days the median and what nine in ten do not exceed. */
	items: z.array(
		z.strictObject({ path: z.string(), from: z.enum(immigrationSteps), to: z.enum(immigrationSteps), lines: z.int(), median: z.number(), p90: z.number() }),
	),
});
export type ImmigrationDelays = z.output<typeof immigrationDelays>;
export const getImmigrationDelays = endpoint({
	id: "getImmigrationDelays",
	method: "GET",
	path: "/immigration-lines/delays",
	summary: "How long each step took, by path, of the lines of the region that a search and a filter keep.",
	query: z.pick(listQuery, { q: true, filter: true }),
	fields: immigrationLineFields,
	output: immigrationDelays,
	roles: fieldRoles,
});

export const immigrationEndpoints = [
	listImmigrationLines,
	countImmigrationLines,
	getImmigrationDelays,
	getImmigrationLine,
	createImmigrationLine,
	createImmigrationGroup,
	updateImmigrationLine,
	declineNewcomerSupport,
] as const;
