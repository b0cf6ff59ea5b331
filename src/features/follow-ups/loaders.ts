import { type LoaderFunctionArgs, redirect } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { followUpsSource } from "./follow-ups-source.ts";
import { openingFilter } from "./opening-filter.ts";

/** Opened from the navigation, the list shows what is one's own to do. */
export const loadFollowUps = async ({ request }: LoaderFunctionArgs) => {
	if (new URL(request.url).search === "") {
		const { person } = await queryClient.ensureQueryData(sessionQuery);
		if (person) return redirect(paths.followUps({ filtre: openingFilter(person) }));
	}
	return prefetchList(followUpsSource, request);
};
