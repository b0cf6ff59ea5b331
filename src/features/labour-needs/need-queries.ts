import type { LoaderFunctionArgs } from "react-router";
import { getLabourNeed } from "#contract/labour-needs.ts";
import { getNeedLedger } from "#contract/need-movements.ts";
import { apiQuery } from "#lib/api.ts";
import { queryClient } from "#lib/query-client.ts";

export const needQuery = (id: string) => apiQuery(getLabourNeed, { params: { id } });
/** What moved the posts of a need; as of a day when one is chosen. */
export const ledgerQuery = (id: string, asOf: string | null) => apiQuery(getNeedLedger, { params: { id }, query: asOf ? { asOf } : {} });

export function loadNeed({ params, request }: LoaderFunctionArgs) {
	const { id = "" } = params;
	void queryClient.prefetchQuery(ledgerQuery(id, new URL(request.url).searchParams.get("au")));
	return queryClient.ensureQueryData(needQuery(id));
}
