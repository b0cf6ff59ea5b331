import { getHandOver, getPortfolio, listHandOvers } from "#contract/hand-overs.ts";
import { apiQuery } from "#lib/api.ts";

export const handOversQuery = apiQuery(listHandOvers, { query: { sort: "-madeOn", limit: 100 } });
export const handOverQuery = (id: string) => apiQuery(getHandOver, { params: { id } });
export const portfolioQuery = (personId: string) => apiQuery(getPortfolio, { query: { personId } });
