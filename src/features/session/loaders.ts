import { redirect } from "react-router";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { ownSessionsQuery, setupQuery } from "./queries.ts";

/** Once there is an administrator, this page is over. */
export async function loadSetup() {
	const { needed } = await queryClient.fetchQuery(setupQuery);
	if (!needed) throw redirect(paths.signIn());
	return null;
}

export async function loadAccount() {
	await requireOperation("listOwnSessions");
	void queryClient.prefetchQuery(ownSessionsQuery);
	return null;
}
