import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { digestQuery, mailStateQuery } from "./queries.ts";

/** Started with the navigation, awaited by nobody: the page draws its skeleton at once. What was read before may have been seen since: it is read again. */
export async function loadDigest() {
	await requireOperation("getDigest");
	void queryClient.prefetchQuery({ ...digestQuery, staleTime: 0 });
	return null;
}

export async function loadMailState() {
	await requireOperation("getMailState");
	void queryClient.prefetchQuery({ ...mailStateQuery, staleTime: 0 });
	return null;
}
