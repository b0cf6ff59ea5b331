import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { requireOperation } from "#lib/session.ts";

export const historyRoutes: RouteObject[] = [
	{
		path: paths.history(":kind", ":id"),
		loader: () => requireOperation("listHistory"),
		lazy: { Component: async () => (await import("./HistoryPage.tsx")).HistoryPage },
	},
];
