import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { id, idParams, listQuery, localDate, page } from "./primitives.ts";

/** One line of the thread of an employer, newest first; `kind` says which of the optional parts is there. */
export const timelineEntry = z.strictObject({
	id: z.string(),
	kind: z.enum(["visit", "labourNeed", "stageChange", "toolUse", "followUpDone", "evidence"]),
	on: localDate,
	recordId: id,
	title: z.nullable(z.string()),
	text: z.nullable(z.string()),
	code: z.nullable(z.string()),
	status: z.nullable(z.string()),
	fromStage: z.nullable(z.string()),
	toStage: z.nullable(z.string()),
	quantity: z.nullable(z.int()),
	people: z.array(z.string()),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

export const listTimeline = endpoint({
	id: "listTimeline",
	method: "GET",
	path: "/employers/{id}/timeline",
	summary: "Everything that happened with an employer, newest first; of the kinds asked (comma separated) only, when some are.",
	params: idParams,
	query: z.strictObject({
		kind: z.optional(z.string().check(z.regex(/^[A-Za-z]{1,20}(,[A-Za-z]{1,20}){0,5}$/, { error: "code" }))),
		after: listQuery.shape.after,
		limit: listQuery.shape.limit,
	}),
	output: page(timelineEntry),
	roles: fieldRoles,
	refusals: ["not-found"],
	core: true,
});
