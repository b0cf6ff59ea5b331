import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { vocabulariesQuery } from "./queries.ts";

export async function loadVocabularies() {
	await requireOperation("updateTerm");
	void queryClient.prefetchQuery(vocabulariesQuery);
	return null;
}
