import { type LoaderFunctionArgs, redirect } from "react-router";
import { readListUrl } from "#lib/list-state.ts";
import { prefetchCounts, prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { followUpsSource } from "./follow-ups-source.ts";
import { openingFilter } from "./opening-filter.ts";

/** Opened from the navigation, the list shows what is one's own to do. The week asks for its days itself: which ones depends on today. */
export const loadFollowUps = async ({ request }: LoaderFunctionArgs) => {
	const { search, searchParams } = new URL(request.url);
	if (search === "") {
		const { person } = await queryClient.ensureQueryData(sessionQuery);
		if (person) return redirect(paths.followUps({ filtre: openingFilter(person) }));
	}
	if (searchParams.get("vue") !== "semaine") return prefetchList(followUpsSource, request);
	void prefetchCounts(followUpsSource, readListUrl(searchParams, followUpsSource.fields));
	return null;
};
