import type { LoaderFunctionArgs } from "react-router";
import { readListUrl } from "#lib/list-state.ts";
import { prefetchCounts, prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { matrixQuery, needsSource } from "./needs-source.ts";

export function loadLabourNeeds({ request }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url);
	if (searchParams.get("vue") !== "professions") return prefetchList(needsSource, request);
	const url = readListUrl(searchParams, needsSource.fields);
	void queryClient.prefetchQuery(matrixQuery(url));
	void prefetchCounts(needsSource, url);
	return null;
}
