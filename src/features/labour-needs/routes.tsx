import type { RouteObject } from "react-router";
import { onlyWhenThePageChanges, prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { needsSource } from "./needs-source.ts";

export const labourNeedsRoutes: RouteObject[] = [
	{
		path: paths.labourNeeds(),
		loader: ({ request }) => prefetchList(needsSource, request),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: { Component: async () => (await import("./LabourNeedsPage.tsx")).LabourNeedsPage },
	},
];
