import { type LoaderFunctionArgs, redirect } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { referralsSource } from "./referrals-source.ts";
import { filterOfView, openingView } from "./views.ts";

/** Opened from the navigation, the list shows one's own side. */
export const loadReferrals = async ({ request }: LoaderFunctionArgs) => {
	if (new URL(request.url).search === "") {
		const { person } = await queryClient.ensureQueryData(sessionQuery);
		if (person) return redirect(paths.referrals({ filtre: filterOfView(openingView(person), person) }));
	}
	return prefetchList(referralsSource, request);
};
