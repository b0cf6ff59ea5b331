import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const historyRoutes: RouteObject[] = [
	{
		path: paths.history(":kind", ":id"),
		lazy: {
			loader: async () => {
				const { requireOperation } = await import("#lib/session.ts");
				return () => requireOperation("listHistory");
			},
			Component: async () => (await import("./HistoryPage.tsx")).HistoryPage,
		},
	},
];
