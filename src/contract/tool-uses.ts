import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { can, count, facetQuery, facets, id, idParams, line, listQuery, localDate, nothing, page, version } from "./primitives.ts";

/**
 * The ministry's two tools, and the francisation of the business (domain §1.7). The Portail is search and contact over the Arrima pool; registering and taking part
 * belong to the Journées Québec; what an employer does for French is dated in the same way, and counted apart.
 */
export const tools = ["employerPortal", "journeesQuebec", "francisation"] as const;
/** The steps of an employer's account of the Portail, in their order; `account` is its activation. */
export const portalSteps = ["toOpen", "opened", "account", "dormant"] as const;
/** What is done with an account, counted: searches made, profiles viewed, candidates contacted, validated offers (OEV) filed. */
export const portalUses = ["search", "profileView", "contact", "validatedOffer"] as const;
/** Informed by the ministry, registered at Francisation Québec (courses) or at the OQLF (the duty of the business), a course begun, the attestation of the OQLF. */
export const francisationEvents = ["francisationInformed", "francisationRegistered", "oqlfRegistered", "courseStarted", "oqlfAttestation"] as const;
/** What happens once. An employer is informed, and courses begin, as often as it is so. */
export const francisationOnce: readonly string[] = [
	"francisationRegistered",
	"oqlfRegistered",
	"oqlfAttestation",
] satisfies (typeof francisationEvents)[number][];
export type FrancisationEvent = (typeof francisationEvents)[number];
/** No code is of two tools. */
export const toolEvents = {
	employerPortal: [...portalSteps, ...portalUses],
	journeesQuebec: ["registered", "tookPart"],
	francisation: francisationEvents,
} as const;
export const toolEvent = z.enum([...toolEvents.employerPortal, ...toolEvents.journeesQuebec, ...toolEvents.francisation]);
export type PortalStep = (typeof portalSteps)[number];
export type PortalUse = (typeof portalUses)[number];
export const isPortalUse = (event: string): event is PortalUse => (portalUses as readonly string[]).includes(event);
export const isFrancisationEvent = (event: string): event is FrancisationEvent => (francisationEvents as readonly string[]).includes(event);
export const isPortalStep = (event: string): event is PortalStep => (portalSteps as readonly string[]).includes(event);
export const toolUseSource = z.enum(["declared", "extract"]);

/** `quantity` counts searches made, profiles viewed, people contacted, offers filed; 1 for a step of an account, a mission or francisation. A mission is named. */
const toolUseBody = {
	tool: z.enum(tools),
	event: toolEvent,
	occurredOn: localDate,
	quantity: count(1, 100_000),
	mission: z.nullable(line(120)),
	source: toolUseSource,
	note: z.nullable(line(300)),
};

export const toolUse = z.strictObject({
	id,
	employerId: id,
	employerName: z.string(),
	visitId: z.nullable(id),
	recordedBy: z.nullable(id),
	/** Who helped the employer do it, when somebody did. */
	helpedById: z.nullable(id),
	/** How many people a course of French began with, when it is known. */
	participants: z.nullable(z.int()),
	...toolUseBody,
	mission: z.nullable(z.string()),
	note: z.nullable(z.string()),
	version,
	can,
});
export type ToolUse = z.output<typeof toolUse>;

export const toolUseFields = {
	employerId: { type: "id" },
	employerName: { type: "text", sort: true },
	tool: { type: "code", facet: true },
	event: { type: "code", facet: true },
	source: { type: "code", facet: true },
	mission: { type: "text", facet: true },
	occurredOn: { type: "date", sort: true },
	quantity: { type: "number", sort: true },
} as const satisfies FieldSet;

const eventBelongs = z.refine<{ tool: string; event: string }>(
	(value) => (toolEvents[value.tool as keyof typeof toolEvents] as readonly string[]).includes(value.event),
	{ error: "tool-event", path: ["event"] },
);
const missionNamed = z.refine<{ tool: string; mission: string | null }>((value) => value.tool !== "journeesQuebec" || value.mission !== null, {
	error: "required",
	path: ["mission"],
});

/** Only a course has participants. */
const participantsOfCourse = z.refine<{ event: string; participants?: number | null | undefined }>(
	(value) => value.event === "courseStarted" || !value.participants,
	{
		error: "participants-of-course",
		path: ["participants"],
	},
);

export const toolUseLine = z.strictObject({ id, ...toolUseBody }).check(eventBelongs, missionNamed);
const known = { helpedById: z.optional(z.nullable(id)), participants: z.optional(z.nullable(count(1, 10_000))) };
export const toolUseCreation = z.strictObject({ id, employerId: id, ...toolUseBody, ...known }).check(eventBelongs, missionNamed, participantsOfCourse);
/** A fact is corrected, not moved: its employer and its tool stay. */
const { tool: _tool, ...correctable } = toolUseBody;
export const toolUseChange = z.partial(z.strictObject({ ...correctable, ...known }));

export const listToolUses = endpoint({
	id: "listToolUses",
	method: "GET",
	path: "/tool-uses",
	summary: "Uses of the Portail employeurs and of the Journées Québec, and steps of francisation, one dated event a row.",
	query: listQuery,
	fields: toolUseFields,
	output: page(toolUse),
	roles: fieldRoles,
	core: true,
});
export const countToolUses = endpoint({
	id: "countToolUses",
	method: "GET",
	path: "/tool-uses/facets",
	summary: "Tool uses by value of the facets asked.",
	query: facetQuery,
	fields: toolUseFields,
	output: facets,
	roles: fieldRoles,
});
export const getToolUse = endpoint({
	id: "getToolUse",
	method: "GET",
	path: "/tool-uses/{id}",
	summary: "One tool use.",
	params: idParams,
	output: toolUse,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createToolUse = endpoint({
	id: "createToolUse",
	method: "POST",
	path: "/tool-uses",
	summary: "Records a use of one of the two tools, or a step of francisation, with its source.",
	body: toolUseCreation,
	output: toolUse,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const updateToolUse = endpoint({
	id: "updateToolUse",
	method: "PATCH",
	path: "/tool-uses/{id}",
	summary: "Corrects a use or a step that was recorded by itself; one that a visit's report tells is corrected in the report.",
	params: idParams,
	body: toolUseChange,
	output: toolUse,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
export const deleteToolUse = endpoint({
	id: "deleteToolUse",
	method: "DELETE",
	path: "/tool-uses/{id}",
	summary: "Takes back a use or a step recorded by mistake; the journal keeps it.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
