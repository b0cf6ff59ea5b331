import { countLabourNeeds, labourNeedFields, listLabourNeeds } from "#contract/labour-needs.ts";
import { getNeedMatrix } from "#contract/need-matrix.ts";
import { apiQuery } from "#lib/api.ts";

export const needsSource = {
	list: listLabourNeeds,
	counts: countLabourNeeds,
	fields: labourNeedFields,
	facets: ["open", "occupationCode", "teer", "mrcCode", "sectorCode", "housing"],
} as const;

/** The needs crossed, under the search and the filter of their list. */
export const matrixQuery = ({ q, filter }: { q: string; filter: string }) =>
	apiQuery(getNeedMatrix, { query: { ...(q ? { q } : {}), ...(filter ? { filter } : {}) } });
