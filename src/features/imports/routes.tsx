import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const importsRoutes: RouteObject[] = [
	{
		path: paths.imports(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadImports,
			Component: async () => (await import("./ImportsPage.tsx")).ImportsPage,
		},
	},
	{
		path: paths.newImport(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadNewImport,
			Component: async () => (await import("./NewImportPage.tsx")).NewImportPage,
		},
	},
	{
		path: paths.import(":id"),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadImport,
			Component: async () => (await import("./ImportPage.tsx")).ImportPage,
		},
	},
];
