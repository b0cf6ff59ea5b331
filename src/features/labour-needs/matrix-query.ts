import { getNeedMatrix } from "#contract/need-matrix.ts";
import { apiQuery } from "#lib/api.ts";

/** The needs crossed, under the search and the filter of their list. */
export const matrixQuery = ({ q, filter }: { q: string; filter: string }) =>
	apiQuery(getNeedMatrix, { query: { ...(q ? { q } : {}), ...(filter ? { filter } : {}) } });
