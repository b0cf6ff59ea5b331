import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	clear: "Clear the filters",
	inForce: "Filters in force",
	colon: ": ",
	shown: (shown, all) => `${shown} of ${all}`,
	failed: "The list could not be read.",
	noMatch: { title: "Nothing matches", text: "Try fewer words, or remove a filter." },
	news: { one: "update", other: "updates", show: "Show" },
	sortHint: "Shift + click on a heading adds a sort",
	conditions: {
		or: (items) => new Intl.ListFormat("en-CA", { type: "disjunction" }).format(items),
		and: (items) => items.join(" and "),
		not: (value) => `except ${value}`,
		known: "known",
		onDay: (day) => `on ${day}`,
		dayBefore: (day) => `before ${day}`,
		dayUntil: (day) => `on ${day} or before`,
		dayAfter: (day) => `after ${day}`,
		daySince: (day) => `since ${day}`,
		atLeast: (value) => `at least ${value}`,
		moreThan: (value) => `more than ${value}`,
		atMost: (value) => `at most ${value}`,
		lessThan: (value) => `less than ${value}`,
	},
};
