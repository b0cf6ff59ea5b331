import type { LoaderFunctionArgs } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { rulesQuery } from "#lib/tool-rules/rules-query.ts";
import { matchesSource, missionQuery } from "./queries.ts";

export async function loadPlanner({ params, request }: LoaderFunctionArgs) {
	const id = params.id ?? "";
	prefetchList(matchesSource(id), request);
	void queryClient.prefetchQuery(rulesQuery);
	await queryClient.ensureQueryData(missionQuery(id));
	return null;
}
