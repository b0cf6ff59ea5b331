import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { id, localDate } from "./primitives.ts";
import { supportCaseRow } from "./support-cases.ts";

/** A number and the list that has that many rows: `list` is the endpoint's id, `filter` its filter. */
const figure = z.strictObject({ value: z.int(), list: z.string(), filter: z.string() });

export const dashboard = z.strictObject({
	today: localDate,
	/** Open cases by stage; `conversion` is the share of the cases that entered the stage and have since gone further, null under 5 entries. */
	funnel: z.array(z.strictObject({ stage: z.string(), cases: figure, openPosts: z.int(), sleeping: figure, conversion: z.nullable(z.number()) })),
	openCases: figure,
	sleepingCases: figure,
	sleeping: z.array(supportCaseRow),
	openNeeds: figure,
	openPosts: z.int(),
	occupations: z.array(z.strictObject({ code: z.string(), label: z.string(), posts: z.int(), needs: figure })),
	/** By employer: account, used since, used in the last 90 days; missions registered and joined. */
	toolUse: z.array(z.strictObject({ key: z.enum(["portalAccount", "portalUsed", "portalUsed90", "portalNeverUsed", "missionJoined"]), employers: figure })),
	visits90: figure,
	lateFollowUps: figure,
	people: z.array(z.strictObject({ personId: id, openCases: figure, lateFollowUps: figure })),
});
export type Dashboard = z.output<typeof dashboard>;

export const getDashboard = endpoint({
	id: "getDashboard",
	method: "GET",
	path: "/dashboard",
	summary: "Where the region stands today: funnel, sleeping cases, needs by occupation, use of the two tools. Every number names the list that equals it.",
	output: dashboard,
	roles: fieldRoles,
	core: true,
});
