import type { LoaderFunctionArgs } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { funnelQuery } from "./portal-queries.ts";
import { asOfOf, portalSource } from "./portal-source.ts";

export async function loadPortal({ request }: LoaderFunctionArgs) {
	await requireOperation("listPortalAccounts");
	const asOf = asOfOf(new URL(request.url).searchParams);
	void queryClient.prefetchQuery(funnelQuery(asOf));
	return prefetchList(portalSource(asOf), request);
}
