import type { ToolRule } from "#contract/tool-rules.ts";
import type { FieldProblem } from "../refusal.ts";

const bounds = [
	["minMonths", "maxMonths", (low: number, high: number) => high > low],
	["minFrench", "maxFrench", (low: number, high: number) => high >= low],
] as const;
const conditions = [
	"minPosts",
	"teers",
	"occupationCodes",
	"sectors",
	"minMonths",
	"maxMonths",
	"minFrench",
	"maxFrench",
	"isSimplified",
] as const satisfies (keyof ToolRule)[];

/** The greatest is above the smallest; and a rule asks something: one that asked nothing would suggest its tool for every need. */
export function faultsOfRule(rule: Pick<ToolRule, (typeof conditions)[number]>): FieldProblem[] {
	const faults = bounds.flatMap(([low, high, isSound]) => {
		const [from, to] = [rule[low], rule[high]];
		return from !== null && to !== null && !isSound(from, to) ? [{ path: high, code: "bounds-crossed" }] : [];
	});
	const asksNothing = conditions.every((name) => {
		const asked = rule[name];
		return asked === null || (Array.isArray(asked) && asked.length === 0);
	});
	return asksNothing ? [...faults, { path: "minPosts", code: "asks-nothing" }] : faults;
}
