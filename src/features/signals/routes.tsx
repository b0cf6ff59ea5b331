import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

// The page and its loader arrive together: the first screen of the application does not carry their contract.
export const signalsRoutes: RouteObject[] = [
	{
		path: paths.signals(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadSignals,
			Component: async () => (await import("./SignalsPage.tsx")).SignalsPage,
		},
	},
];
