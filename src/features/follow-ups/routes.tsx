import { type RouteObject, redirect } from "react-router";
import { onlyWhenThePageChanges, prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { followUpsSource } from "./follow-ups-source.ts";
import { openingFilter } from "./opening-filter.ts";

export const followUpsRoutes: RouteObject[] = [
	{
		path: paths.followUps(),
		loader: async ({ request }) => {
			if (new URL(request.url).search === "") {
				const { person } = await queryClient.ensureQueryData(sessionQuery);
				if (person) return redirect(paths.followUps({ filtre: openingFilter(person) }));
			}
			return prefetchList(followUpsSource, request);
		},
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: { Component: async () => (await import("./FollowUpsPage.tsx")).FollowUpsPage },
	},
];
