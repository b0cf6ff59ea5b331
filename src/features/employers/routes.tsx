import type { RouteObject } from "react-router";
import { listEmployers } from "#contract/employers.ts";
import { listQueryOf } from "#lib/list-state.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { firstPage } from "#lib/windowed-list.ts";
import { facetsQuery, listUrlOf } from "./queries.ts";

export const employersRoutes: RouteObject[] = [
	{
		path: paths.employers(),
		// Started with the navigation, awaited by nobody: the page draws its skeleton at once, and says itself what failed.
		loader: ({ request }) => {
			const url = listUrlOf(request);
			void queryClient.prefetchQuery(firstPage(listEmployers, listQueryOf(url)));
			void queryClient.prefetchQuery(facetsQuery(url));
			return null;
		},
		// A key typed changes the address: nothing must stand between it and the rows.
		shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
		lazy: { Component: async () => (await import("./EmployersPage.tsx")).EmployersPage },
	},
	{
		path: paths.newEmployer(),
		lazy: { Component: async () => (await import("./NewEmployerPage.tsx")).NewEmployerPage },
	},
];
