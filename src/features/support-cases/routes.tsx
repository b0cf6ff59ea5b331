import type { RouteObject } from "react-router";
import { listSupportCases } from "#contract/support-cases.ts";
import { listQueryOf } from "#lib/list-state.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { firstPage } from "#lib/windowed-list.ts";
import { boardQuery, caseQuery, defaultSort, facetsQuery, isList, listUrlOf } from "./queries.ts";

export const supportCasesRoutes: RouteObject[] = [
	{
		path: paths.supportCases(),
		// Started with the navigation, awaited by nobody: the page draws its skeleton at once, and says itself what failed.
		loader: ({ request }) => {
			const search = new URL(request.url).searchParams;
			const url = listUrlOf(search);
			const opened = search.get("dossier");
			if (isList(search)) void queryClient.prefetchQuery(firstPage(listSupportCases, { sort: defaultSort, ...listQueryOf(url) }));
			else void queryClient.prefetchQuery(boardQuery(url));
			void queryClient.prefetchQuery(facetsQuery(url));
			if (opened) void queryClient.prefetchQuery(caseQuery(opened));
			return null;
		},
		// A key typed or a panel opened changes the address: nothing must stand between it and the screen.
		shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
		lazy: { Component: async () => (await import("./SupportCasesPage.tsx")).SupportCasesPage },
	},
];
