import type { LoaderFunctionArgs } from "react-router";
import { listSupportCases } from "#contract/support-cases.ts";
import { listQueryOf } from "#lib/list-state.ts";
import { queryClient } from "#lib/query-client.ts";
import { whenMay } from "#lib/session.ts";
import { firstPage } from "#lib/windowed-list.ts";
import { boardQuery, caseQuery, defaultSort, facetsQuery, isList, listUrlOf } from "./queries.ts";

/** Started with the navigation, awaited by nobody: the page draws its skeleton at once, and says itself what failed. */
export const loadSupportCases = ({ request }: LoaderFunctionArgs) => {
	const search = new URL(request.url).searchParams;
	const url = listUrlOf(search);
	const opened = search.get("dossier");
	if (isList(search)) void queryClient.prefetchQuery(firstPage(listSupportCases, { sort: defaultSort, ...listQueryOf(url) }));
	else void queryClient.prefetchQuery(boardQuery(url));
	void whenMay("countSupportCases", () => queryClient.prefetchQuery(facetsQuery(url)));
	if (opened) void queryClient.prefetchQuery(caseQuery(opened));
	return null;
};
