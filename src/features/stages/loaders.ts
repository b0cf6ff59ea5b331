import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { stagesQuery } from "./queries.ts";

export async function loadStages() {
	await requireOperation("updateStageSetting");
	void queryClient.prefetchQuery(stagesQuery);
	return null;
}
