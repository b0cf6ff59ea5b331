import * as z from "zod/mini";
import { endpoint, fieldRoles, type Role } from "./endpoint.ts";
import { can, code, count, id, idParams, line, localDate, nothing, occupationCode, version } from "./primitives.ts";

const keepers = ["manager"] as const satisfies Role[];
/** Training, experience and responsibilities: the second digit of a code of the CNP 2021. */
export const teers = ["0", "1", "2", "3", "4", "5"] as const;

/**
 * When a tool suits a need. A condition that is null or empty asks nothing; a need that does not say what is asked does not fit.
 * Months are from the day one looks to the day the post begins: at least `minMonths`, less than `maxMonths`; French levels are those of the Échelle québécoise.
 */
const ruleBody = {
	/** The order in which tools are named; the first rule of a tool that fits speaks for it. */
	rank: count(1, 99),
	/** A term of `solution`. */
	tool: code,
	isActive: z.boolean(),
	source: line(200),
	minPosts: z.nullable(count(1, 9999)),
	teers: z.array(z.enum(teers)).check(z.maxLength(6)),
	occupationCodes: z.array(occupationCode).check(z.maxLength(600)),
	sectors: z.array(code).check(z.maxLength(30)),
	minMonths: z.nullable(count(0, 60)),
	maxMonths: z.nullable(count(0, 60)),
	minFrench: z.nullable(count(0, 12)),
	maxFrench: z.nullable(count(0, 12)),
	/** Whether the occupation is in the list of simplified processing that was in force when the need was recorded. */
	isSimplified: z.nullable(z.boolean()),
};
export const toolRule = z.strictObject({
	id,
	...ruleBody,
	tool: z.string(),
	source: z.string(),
	occupationCodes: z.array(z.string()),
	sectors: z.array(z.string()),
	version,
	can,
});
export type ToolRule = z.output<typeof toolRule>;
export const toolRuleCreation = z.strictObject({ id, ...ruleBody });
export const toolRuleChange = z.partial(z.strictObject(ruleBody));
export type ToolRuleChange = z.output<typeof toolRuleChange>;

export const listToolRules = endpoint({
	id: "listToolRules",
	method: "GET",
	path: "/tool-rules",
	summary: "The rules by which tools are suggested for needs, in the order in which they are read. Nothing else is weighed: no score.",
	output: z.strictObject({ items: z.array(toolRule), can }),
	roles: fieldRoles,
});
export const createToolRule = endpoint({
	id: "createToolRule",
	method: "POST",
	path: "/tool-rules",
	summary: "Adds a rule.",
	body: toolRuleCreation,
	output: toolRule,
	status: 201,
	roles: keepers,
	refusals: ["id-taken"],
});
export const updateToolRule = endpoint({
	id: "updateToolRule",
	method: "PATCH",
	path: "/tool-rules/{id}",
	summary: "Changes a rule, its place, or whether it is followed.",
	params: idParams,
	body: toolRuleChange,
	output: toolRule,
	ifMatch: true,
	roles: keepers,
	refusals: ["not-found"],
});
export const removeToolRule = endpoint({
	id: "removeToolRule",
	method: "DELETE",
	path: "/tool-rules/{id}",
	summary: "Takes a rule away.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: keepers,
	refusals: ["not-found"],
});

/** A tool that suits a need and the rule that says so; of the Journées, the missions to come that look for it, with their deadline. */
export const toolSuggestion = z.strictObject({
	tool: z.string(),
	rule: toolRule,
	missions: z.array(z.strictObject({ id, name: z.string(), startsOn: localDate, registrationDeadlineOn: z.nullable(localDate) })),
});
export type ToolSuggestion = z.output<typeof toolSuggestion>;

export const suggestTools = endpoint({
	id: "suggestTools",
	method: "GET",
	path: "/labour-needs/{id}/tools",
	summary:
		"Tools that suit what is still open of a need today, by the rules of the region, each with the rule that it follows from. Empty: no post is open, or no rule fits.",
	params: idParams,
	output: z.strictObject({ items: z.array(toolSuggestion) }),
	roles: fieldRoles,
	refusals: ["not-found"],
});

export const toolRuleEndpoints = [listToolRules, createToolRule, updateToolRule, removeToolRule, suggestTools];
