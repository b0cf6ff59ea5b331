import { type LoaderFunctionArgs, redirect } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { protocolsQuery } from "./queries.ts";
import { openSignals, signalsSource } from "./signals-source.ts";

/** Opened from the navigation, the list shows what is still to be seen to. */
export async function loadSignals({ request }: LoaderFunctionArgs) {
	await requireOperation("listSignals");
	if (new URL(request.url).search === "") return redirect(paths.signals({ filtre: openSignals }));
	void queryClient.prefetchQuery(protocolsQuery);
	return prefetchList(signalsSource, request);
}
