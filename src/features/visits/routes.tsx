import type { RouteObject } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { listVisits } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { listQueryOf } from "#lib/list-state.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { firstPage } from "#lib/windowed-list.ts";
import { facetsQuery, listUrlOf, visitQuery } from "./queries.ts";

export const visitsRoutes: RouteObject[] = [
	{
		path: paths.visits(),
		// Started with the navigation, awaited by nobody: the page draws its skeleton at once, and says itself what failed.
		loader: ({ request }) => {
			const url = listUrlOf(request);
			void queryClient.prefetchQuery(firstPage(listVisits, listQueryOf(url)));
			void queryClient.prefetchQuery(facetsQuery(url));
			return null;
		},
		shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
		lazy: { Component: async () => (await import("./VisitsPage.tsx")).VisitsPage },
	},
	{
		path: paths.newVisit(),
		// The form must open without the network: an employer that cannot be read is chosen by hand.
		loader: async ({ request }) => {
			const id = new URL(request.url).searchParams.get("employeur");
			if (id) await queryClient.prefetchQuery(apiQuery(getEmployer, { params: { id } }));
			return null;
		},
		lazy: {
			Component: async () => {
				// Letters typed right after V must find the type-ahead there.
				const [page] = await Promise.all([import("./NewVisitPage.tsx"), import("#ui/aria.ts")]);
				return page.NewVisitPage;
			},
		},
	},
	{
		path: paths.visit(":id"),
		loader: async ({ params }) => {
			await queryClient.ensureQueryData(visitQuery(params.id ?? ""));
			return null;
		},
		lazy: { Component: async () => (await import("./VisitPage.tsx")).VisitPage },
	},
];
