import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const toursRoutes: RouteObject[] = [
	{
		path: paths.tours(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadTours,
			Component: async () => (await import("./ToursPage.tsx")).ToursPage,
		},
	},
];
