import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

// The page and its loader arrive together: the first screen of the application does not carry their contract.
export const supportCasesRoutes: RouteObject[] = [
	{
		path: paths.supportCases(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadSupportCases,
			Component: async () => (await import("./SupportCasesPage.tsx")).SupportCasesPage,
		},
	},
];
