import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const stagesRoutes: RouteObject[] = [
	{
		path: paths.stages(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadStages,
			Component: async () => (await import("./StagesPage.tsx")).StagesPage,
		},
	},
];
