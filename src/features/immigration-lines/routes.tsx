import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

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
	{
		path: paths.immigrationLine(":id"),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadLine,
			Component: async () => (await import("./LinePage.tsx")).LinePage,
		},
	},
];
