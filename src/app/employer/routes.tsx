import type { LoaderFunctionArgs, RouteObject } from "react-router";
import { employerQuery } from "#features/employers/queries.ts";
import { threadQuery } from "#features/employers/thread-query.ts";
import { nextStepsQuery } from "#features/follow-ups/panel-queries.ts";
import { needsQuery, openNeedsQuery } from "#features/labour-needs/panel-queries.ts";
import { casesOfQuery } from "#features/support-cases/panel-queries.ts";
import { toolUsesOfQuery } from "#features/tool-uses/panel-queries.ts";
import { visitsOfQuery } from "#features/visits/panel-queries.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";

/** A panel's own data starts with the navigation and is awaited by nobody: the header shows first, each panel says what it waits for. */
const starting =
	(start: (id: string) => Promise<unknown>[]) =>
	({ params }: LoaderFunctionArgs) => {
		start(params.id ?? "");
		return null;
	};

export const employerPageRoutes: RouteObject[] = [
	{
		path: paths.employer(":id"),
		loader: async ({ params }) => {
			await queryClient.ensureQueryData(employerQuery(params.id ?? ""));
			return null;
		},
		lazy: { Component: async () => (await import("./EmployerPage.tsx")).EmployerPage },
		children: [
			{
				index: true,
				loader: starting((id) => [
					queryClient.prefetchInfiniteQuery(threadQuery(id, "all")),
					queryClient.prefetchQuery(nextStepsQuery(id)),
					queryClient.prefetchQuery(openNeedsQuery(id)),
				]),
				lazy: { Component: async () => (await import("./tabs.tsx")).ThreadTab },
			},
			{
				path: "besoins",
				loader: starting((id) => [queryClient.prefetchQuery(needsQuery(id))]),
				lazy: { Component: async () => (await import("./tabs.tsx")).NeedsTab },
			},
			{
				path: "dossiers",
				loader: starting((id) => [queryClient.prefetchQuery(casesOfQuery(id))]),
				lazy: { Component: async () => (await import("./tabs.tsx")).CasesTab },
			},
			{
				path: "visites",
				loader: starting((id) => [queryClient.prefetchQuery(visitsOfQuery(id))]),
				lazy: { Component: async () => (await import("./tabs.tsx")).VisitsTab },
			},
			{
				path: "outils",
				loader: starting((id) => [queryClient.prefetchQuery(toolUsesOfQuery(id))]),
				lazy: { Component: async () => (await import("./tabs.tsx")).ToolsTab },
			},
			{ path: "personnes", lazy: { Component: async () => (await import("./tabs.tsx")).PeopleTab } },
		],
	},
];
