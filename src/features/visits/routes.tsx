import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

// The page and its loader arrive together: the first screen of the application does not carry their contract.
export const visitsRoutes: RouteObject[] = [
	{
		path: paths.visits(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadVisits,
			Component: async () => (await import("./VisitsPage.tsx")).VisitsPage,
		},
	},
	{
		path: paths.newVisit(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadNewVisit,
			Component: async () => {
				// Letters typed right after V must find the type-ahead there.
				const [page] = await Promise.all([import("./NewVisitPage.tsx"), import("#ui/aria.ts")]);
				return page.NewVisitPage;
			},
		},
	},
	{
		path: paths.startVisit(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadStartVisit,
			Component: async () => (await import("./StartVisitPage.tsx")).StartVisitPage,
		},
	},
	{
		path: paths.visit(":id"),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadVisit,
			Component: async () => (await import("./VisitPage.tsx")).VisitPage,
		},
	},
];
