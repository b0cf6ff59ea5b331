import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { dashboardQuery } from "./dashboard-query.ts";

export const dashboardRoutes: RouteObject[] = [
	{
		path: paths.dashboard(),
		loader: () => {
			void queryClient.prefetchQuery(dashboardQuery);
			return null;
		},
		lazy: { Component: async () => (await import("./DashboardPage.tsx")).DashboardPage },
	},
];
