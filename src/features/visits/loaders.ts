import type { LoaderFunctionArgs } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { listVisits } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { listQueryOf } from "#lib/list-state.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation, whenMay } from "#lib/session.ts";
import { firstPage } from "#lib/windowed-list.ts";
import { facetsQuery, listUrlOf, visitQuery } from "./queries.ts";

/** Started with the navigation, awaited by nobody: the page draws its skeleton at once, and says itself what failed. */
export const loadVisits = ({ request }: LoaderFunctionArgs) => {
	const url = listUrlOf(request);
	void queryClient.prefetchQuery(firstPage(listVisits, listQueryOf(url)));
	void whenMay("countVisits", () => queryClient.prefetchQuery(facetsQuery(url)));
	return null;
};

/** The form must open without the network: an employer that cannot be read is chosen by hand. */
export const loadNewVisit = async ({ request }: LoaderFunctionArgs) => {
	await requireOperation("createVisit");
	const id = new URL(request.url).searchParams.get("employeur");
	if (id) await queryClient.prefetchQuery(apiQuery(getEmployer, { params: { id } }));
	return null;
};

export const loadVisit = async ({ params }: LoaderFunctionArgs) => {
	await queryClient.ensureQueryData(visitQuery(params.id ?? ""));
	return null;
};
