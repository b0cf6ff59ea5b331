import { getDashboard } from "#contract/dashboard.ts";
import { apiQuery } from "#lib/api.ts";

/** Read again at each opening: a figure shown is today's. */
export const dashboardQuery = { ...apiQuery(getDashboard, {}), staleTime: 0 };
