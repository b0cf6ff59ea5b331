import type { RouteObject } from "react-router";
import { onlyWhenThePageChanges, prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { toolUsesSource } from "./tool-uses-source.ts";

export const toolUsesRoutes: RouteObject[] = [
	{
		path: paths.toolUses(),
		loader: ({ request }) => prefetchList(toolUsesSource, request),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: { Component: async () => (await import("./ToolUsesPage.tsx")).ToolUsesPage },
	},
];
