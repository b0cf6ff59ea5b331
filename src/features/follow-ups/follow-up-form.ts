import { addSpan, onOrAfter } from "#contract/business-days.ts";
import type { FollowUp, FollowUpRule } from "#contract/follow-ups.ts";

/** What the form holds: text as typed. */
export type FollowUpValues = {
	employerId: string;
	ruleCode: string;
	kind: string;
	title: string;
	ownerId: string;
	coOwnerIds: string[];
	dueOn: string;
	/** Promised to the employer. */
	promised: boolean;
	repeatUnit: "" | "day" | "week" | "month";
	repeatEvery: number | null;
};

export const followUpValues = (followUp: FollowUp): FollowUpValues => ({
	...{ employerId: followUp.employerId ?? "", ruleCode: followUp.ruleCode ?? "", kind: followUp.kind, title: followUp.title },
	...{ ownerId: followUp.ownerId, coOwnerIds: followUp.coOwnerIds, dueOn: followUp.dueOn },
	...{ repeatUnit: followUp.repeatUnit ?? "", repeatEvery: followUp.repeatEvery },
	promised: followUp.promised,
});

export const newFollowUpValues = (me: string, dueOn: string, employerId: string): FollowUpValues => ({
	...{ employerId, ruleCode: "", kind: "", title: "", ownerId: me, coOwnerIds: [], dueOn, repeatUnit: "", repeatEvery: null, promised: false },
});

/** As the API takes it; without a unit nothing repeats, with one « every » is one unless said otherwise. */
export function bodyOf({ repeatUnit, repeatEvery, ruleCode, employerId: _employer, ...values }: FollowUpValues) {
	return { ...values, repeatUnit: repeatUnit || null, repeatEvery: repeatUnit ? (repeatEvery ?? 1) : null, ruleCode: ruleCode || null };
}

/** What a change may say: the rule that a follow-up comes from stays. */
export function changeOf(values: FollowUpValues) {
	const { ruleCode: _rule, ...body } = bodyOf(values);
	return body;
}

/** What a line of the catalogue fills in. Before a date that only its event knows, today's own: the person says which. */
export function valuesOfRule(rule: FollowUpRule, title: string, today: string) {
	const due = addSpan(today, { count: rule.anchor === "event" ? rule.dueCount : 0, unit: rule.dueUnit });
	return { ruleCode: rule.code, kind: rule.kind, title, dueOn: onOrAfter(due), repeatUnit: rule.repeatUnit ?? ("" as const), repeatEvery: rule.repeatEvery };
}
