import type { ToolRule } from "#contract/tool-rules.ts";
import { codesIn } from "#lib/occupation-codes.ts";

const numbers = ["minPosts", "minMonths", "maxMonths", "minFrench", "maxFrench"] as const;
/** What the form holds: text as typed, numbers or null. */
export type RuleValues = Pick<ToolRule, "tool" | "source" | "isActive" | "sectors"> &
	Record<(typeof numbers)[number] | "rank", number | null> & { teers: string[]; occupationCodes: string; isSimplified: "any" | "true" | "false" };

export const ruleValues = (rule: ToolRule | null): RuleValues => ({
	rank: rule?.rank ?? null,
	tool: rule?.tool ?? "",
	source: rule?.source ?? "",
	isActive: rule?.isActive ?? true,
	sectors: rule?.sectors ?? [],
	teers: rule?.teers ?? [],
	occupationCodes: rule?.occupationCodes.join(" ") ?? "",
	isSimplified: rule === null || rule.isSimplified === null ? "any" : rule.isSimplified ? "true" : "false",
	...(Object.fromEntries(numbers.map((name) => [name, rule?.[name] ?? null])) as Record<(typeof numbers)[number], number | null>),
});

/** A rank that is missing is said by the contract, beside its field. */
export const ruleBody = (values: RuleValues) => ({
	...values,
	rank: values.rank as number,
	teers: values.teers as ToolRule["teers"],
	occupationCodes: codesIn(values.occupationCodes),
	isSimplified: values.isSimplified === "any" ? null : values.isSimplified === "true",
});
