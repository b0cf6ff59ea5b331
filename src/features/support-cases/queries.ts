import { getDashboard } from "#contract/dashboard.ts";
import { getEmployer, listEmployers, listTimeline } from "#contract/employers.ts";
import { getNavigationCounts } from "#contract/navigation-counts.ts";
import { countSupportCases, getBoard, getSupportCase, listSupportCases, supportCaseFields } from "#contract/support-cases.ts";
import { apiQuery } from "#lib/api.ts";
import { type ListUrl, listQueryOf, readListUrl } from "#lib/list-state.ts";
import { heldBeside, heldRows } from "#lib/live/news.ts";

const searched = ({ q, filter }: Pick<ListUrl, "q" | "filter">) => listQueryOf({ q, filter, sort: "" });

export const boardQuery = (url: Pick<ListUrl, "q" | "filter">) => heldRows(apiQuery(getBoard, { query: searched(url) }));

export const facetsQuery = (url: Pick<ListUrl, "q" | "filter">) =>
	heldBeside(apiQuery(countSupportCases, { query: { ...searched(url), fields: "advisorId,mrcCode,sleeping,paused,open" } }));

export const caseQuery = (id: string) => apiQuery(getSupportCase, { params: { id } });

export const listUrlOf = (search: URLSearchParams) => readListUrl(search, supportCaseFields);

/** The list is asked for; anything else is the board. */
export const isList = (search: URLSearchParams) => search.get("vue") === "liste";

/** The latest to enter a stage first, as on the board. */
export const defaultSort = "-stageEnteredOn";

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
