import { countVisits, getVisit, listVisits, visitFields } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { type ListUrl, listQueryOf, readListUrl } from "#lib/list-state.ts";
import { heldBeside } from "#lib/live/news.ts";

export const facetFields = ["status", "mode", "adviserId", "mrcCode"] as const;

export const listUrlOf = (request: Request) => readListUrl(new URL(request.url).searchParams, visitFields);
export const facetsQuery = (url: ListUrl) => {
	const { sort: _sort, ...query } = listQueryOf(url) as { q?: string; filter?: string; sort?: string };
	return heldBeside(apiQuery(countVisits, { query: { ...query, fields: facetFields.join(",") } }));
};
/** How many there are in all, beside a filtered list. */
export const allVisitsQuery = heldBeside(apiQuery(listVisits, { query: { limit: 1 } }));
export const visitQuery = (id: string) => apiQuery(getVisit, { params: { id } });
