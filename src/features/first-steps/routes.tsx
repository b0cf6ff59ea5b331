import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const firstStepsRoutes: RouteObject[] = [
	{
		path: paths.firstSteps(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadFirstSteps,
			Component: async () => (await import("./FirstStepsPage.tsx")).FirstStepsPage,
		},
	},
];
