import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const handOversRoutes: RouteObject[] = [
	{
		path: paths.handOvers(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadHandOvers,
			Component: async () => (await import("./HandOversPage.tsx")).HandOversPage,
		},
	},
	{
		path: paths.newHandOver(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadNewHandOver,
			Component: async () => (await import("./NewHandOverPage.tsx")).NewHandOverPage,
		},
	},
	{
		path: paths.handOver(":id"),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadHandOver,
			Component: async () => (await import("./HandOverPage.tsx")).HandOverPage,
		},
	},
];
