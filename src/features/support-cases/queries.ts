import { getDashboard } from "#contract/dashboard.ts";
import { getEmployer, listEmployers, listTimeline } from "#contract/employers.ts";
import { getNavigationCounts } from "#contract/navigation-counts.ts";
import { countSupportCases, getBoard, getSupportCase, listSupportCases } from "#contract/support-cases.ts";
import { apiQuery } from "#lib/api.ts";
import { type ListUrl, listQueryOf } from "#lib/list-state.ts";
import { heldRows } from "#lib/live/news.ts";

export const boardQuery = ({ q, filter }: Pick<ListUrl, "q" | "filter">) => heldRows(apiQuery(getBoard, { query: listQueryOf({ q, filter, sort: "" }) }));

export const caseQuery = (id: string) => apiQuery(getSupportCase, { params: { id } });

/** The list is asked for; anything else is the board. */
export const isList = (search: URLSearchParams) => search.get("vue") === "liste";

/** Every read that names a stage, an advisor or a pause. */
export const touchedByCase = [
	getBoard,
	listSupportCases,
	countSupportCases,
	getSupportCase,
	getEmployer,
	listEmployers,
	listTimeline,
	getDashboard,
	getNavigationCounts,
] as const;
