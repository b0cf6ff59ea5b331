import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

// The page and its loader arrive together: the first screen of the application does not carry their contract.
export const labourNeedsRoutes: RouteObject[] = [
	{
		path: paths.labourNeeds(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadLabourNeeds,
			Component: async () => (await import("./LabourNeedsPage.tsx")).LabourNeedsPage,
		},
	},
	{
		path: paths.labourNeed(":id"),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./need-queries.ts")).loadNeed,
			Component: async () => (await import("./NeedPage.tsx")).NeedPage,
		},
	},
];
