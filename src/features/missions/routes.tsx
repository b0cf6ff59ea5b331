import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const missionsRoutes: RouteObject[] = [
	{
		path: paths.missions(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadMissions,
			Component: async () => (await import("./MissionsPage.tsx")).MissionsPage,
		},
	},
	{
		path: paths.missionComparison(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadComparison,
			Component: async () => (await import("./ComparisonPage.tsx")).ComparisonPage,
		},
	},
	{
		path: paths.mission(":id"),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadMission,
			Component: async () => (await import("./MissionPage.tsx")).MissionPage,
		},
	},
];
