import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { peopleQuery } from "./queries.ts";

export async function loadPeople() {
	await requireOperation("listPeople");
	void queryClient.prefetchQuery(peopleQuery);
	return null;
}
