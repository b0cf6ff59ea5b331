import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

// The page and its loader arrive together: the first screen of the application does not carry their contract.
export const dashboardRoutes: RouteObject[] = [
	{
		path: paths.dashboard(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadDashboard,
			Component: async () => (await import("./DashboardPage.tsx")).DashboardPage,
		},
	},
	{
		path: paths.indicator(":id"),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadIndicator,
			Component: async () => (await import("./IndicatorPage.tsx")).IndicatorPage,
		},
	},
];
