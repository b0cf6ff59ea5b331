import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const myDayRoutes: RouteObject[] = [
	{
		path: paths.myDay(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadMyDay,
			Component: async () => (await import("./MyDayPage.tsx")).MyDayPage,
		},
	},
];
