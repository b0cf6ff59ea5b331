import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { firstStepsQuery } from "./queries.ts";

export async function loadFirstSteps() {
	await requireOperation("getFirstSteps");
	void queryClient.prefetchQuery(firstStepsQuery);
	return null;
}
