import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const accountEventsRoutes: RouteObject[] = [
	{
		path: paths.accountEvents(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadAccountEvents,
			Component: async () => (await import("./AccountEventsPage.tsx")).AccountEventsPage,
		},
	},
];
