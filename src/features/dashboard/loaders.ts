import { queryClient } from "#lib/query-client.ts";
import { dashboardQuery } from "./dashboard-query.ts";

export const loadDashboard = () => {
	void queryClient.prefetchQuery(dashboardQuery);
	return null;
};
