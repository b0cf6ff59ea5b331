import type { LoaderFunctionArgs } from "react-router";
import { supportCaseFields } from "#contract/support-cases.ts";
import { readListUrl } from "#lib/list-state.ts";
import { prefetchCounts, prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { casesSource } from "./cases-source.ts";
import { boardQuery, caseQuery, isList, lanesOf } from "./queries.ts";

/** Started with the navigation, awaited by nobody: the page draws its skeleton at once, and says itself what failed. */
export const loadSupportCases = ({ request }: LoaderFunctionArgs) => {
	const search = new URL(request.url).searchParams;
	const opened = search.get("dossier");
	if (isList(search)) prefetchList(casesSource, request);
	else {
		const url = readListUrl(search, supportCaseFields);
		void queryClient.prefetchQuery(boardQuery(url, lanesOf(search)));
		void prefetchCounts(casesSource, url);
	}
	if (opened) void queryClient.prefetchQuery(caseQuery(opened));
	return null;
};
