import { getDashboard } from "#contract/dashboard.ts";
import { getIndicator, listIndicators, type PeriodQuery } from "#contract/indicators.ts";
import { apiQuery } from "#lib/api.ts";

/** Read again at each opening: a figure shown is today's. */
export const dashboardQuery = (period: PeriodQuery) => ({ ...apiQuery(getDashboard, { query: period }), staleTime: 0 });

/** The rules in words: they change with a version of Jalon. */
export const definitionsQuery = { ...apiQuery(listIndicators, {}), staleTime: 60 * 60_000 };

export const indicatorQuery = (id: string, period: PeriodQuery, filter = "") => ({
	...apiQuery(getIndicator, { params: { id }, query: { ...period, ...(filter ? { filter } : {}) } }),
	staleTime: 0,
});
