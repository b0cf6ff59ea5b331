import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const plannerRoutes: RouteObject[] = [
	{
		path: paths.missionPlan(":id"),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadPlanner,
			Component: async () => (await import("./PlannerPage.tsx")).PlannerPage,
		},
	},
];
