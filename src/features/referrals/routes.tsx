import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const referralsRoutes: RouteObject[] = [
	{
		path: paths.referrals(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadReferrals,
			Component: async () => (await import("./ReferralsPage.tsx")).ReferralsPage,
		},
	},
];
