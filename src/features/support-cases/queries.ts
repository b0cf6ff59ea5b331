import { getBoard, getSupportCase } from "#contract/support-cases.ts";
import { apiQuery } from "#lib/api.ts";
import { type ListUrl, listQueryOf } from "#lib/list-state.ts";
import { heldRows } from "#lib/live/news.ts";
import { reads } from "#lib/reads.ts";

export type Lanes = "advisor" | "servicePoint";
/** How the address says it. */
export const laneWords = { conseillere: "advisor", point: "servicePoint" } as const satisfies Record<string, Lanes>;
export function lanesOf(search: URLSearchParams): Lanes | undefined {
	const word = search.get("couloirs");
	return word !== null && Object.hasOwn(laneWords, word) ? laneWords[word as keyof typeof laneWords] : undefined;
}

/** `more`: how many cards of some columns, beyond what every column shows. */
export function boardQuery({ q, filter }: Pick<ListUrl, "q" | "filter">, lanes?: Lanes, more: Readonly<Record<string, number>> = {}) {
	const asked = Object.entries(more)
		.map(([stage, cards]) => `${stage}:${cards}`)
		.join(",");
	return heldRows(apiQuery(getBoard, { query: { ...listQueryOf({ q, filter, sort: "" }), ...(lanes ? { lanes } : {}), ...(asked ? { more: asked } : {}) } }));
}

export const caseQuery = (id: string) => apiQuery(getSupportCase, { params: { id } });

/** The list is asked for; anything else is the board. */
export const isList = (search: URLSearchParams) => search.get("vue") === "liste";

/** Every read that names a stage, an advisor or a pause. */
export const touchedByCase = reads(
	"getBoard",
	"listSupportCases",
	"countSupportCases",
	"getSupportCase",
	"getEmployer",
	"listEmployers",
	"listTimeline",
	"getDashboard",
	"getNavigationCounts",
);
