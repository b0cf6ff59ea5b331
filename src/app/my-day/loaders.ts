import { getMyDay } from "#contract/my-day.ts";
import { apiQuery } from "#lib/api.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";

export const myDayQuery = apiQuery(getMyDay, {});

/** Started with the navigation, awaited by nobody: the page draws its skeleton at once. */
export const loadMyDay = async () => {
	await requireOperation("getMyDay");
	void queryClient.prefetchQuery(myDayQuery);
	return null;
};
