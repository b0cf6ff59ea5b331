import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

// The page and its loader arrive together: the first screen of the application does not carry their contract.
export const followUpsRoutes: RouteObject[] = [
	{
		path: paths.followUps(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadFollowUps,
			Component: async () => (await import("./FollowUpsPage.tsx")).FollowUpsPage,
		},
	},
];
