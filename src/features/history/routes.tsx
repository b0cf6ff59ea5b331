import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const historyRoutes: RouteObject[] = [
	{
		path: paths.history(":kind", ":id"),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadHistory,
			Component: async () => (await import("./HistoryPage.tsx")).HistoryPage,
		},
	},
];
