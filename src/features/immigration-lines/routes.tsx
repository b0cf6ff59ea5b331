import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

/** The page of one line is composed with what other words say of it (app/other-routes). */
export const immigrationLinesRoutes: RouteObject[] = [
	{
		path: paths.immigration(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadLines,
			Component: async () => (await import("./ImmigrationPage.tsx")).ImmigrationPage,
		},
	},
	{
		path: paths.immigrationGroup(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadGroup,
			Component: async () => (await import("./GroupPage.tsx")).GroupPage,
		},
	},
];
