import type { Dashboard } from "#contract/dashboard.ts";
import type { PeriodQuery } from "#contract/indicators.ts";

const day = /^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
/** How the address says each part of a period, and what it may hold: an old or a mistyped link is left out rather than refused. */
const parts = [
	["fiscalYear", "exercice", /^[12][0-9]{3}-[12][0-9]{3}$/],
	["quarter", "trimestre", /^[12][0-9]{3}-[12][0-9]{3}-T[1-4]$/],
	["month", "mois", /^[12][0-9]{3}-(0[1-9]|1[0-2])$/],
	["from", "du", day],
	["to", "jusquau", day],
	["asOf", "au", day],
] as const;

export function readPeriodUrl(search: URLSearchParams): PeriodQuery {
	const found: PeriodQuery = {};
	for (const [name, word, shape] of parts) {
		const value = search.get(word);
		if (value && shape.test(value)) found[name] = value;
	}
	// One period only, the largest said.
	const { fiscalYear, quarter, month, from, to, asOf } = found;
	const period = fiscalYear ? { fiscalYear } : quarter ? { quarter } : month ? { month } : from && to && from <= to ? { from, to } : {};
	return { ...period, ...(asOf ? { asOf } : {}) };
}

export const periodUrlOf = (query: PeriodQuery) =>
	Object.fromEntries(parts.flatMap(([name, word]) => (query[name] === undefined ? [] : [[word, query[name]]]))) as Record<(typeof parts)[number][1], string>;

/** What was answered, said whole: a link opens the same days tomorrow. */
export function periodQueryOf({ kind, code, from, to, asOf }: Dashboard["period"]): PeriodQuery {
	return { ...(kind === "free" || code === null ? { from, to } : { [kind]: code }), asOf };
}
