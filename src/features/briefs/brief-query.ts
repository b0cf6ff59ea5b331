import type { LoaderFunctionArgs } from "react-router";
import { getEmployerBrief } from "#contract/employer-brief.ts";
import { apiQuery } from "#lib/api.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";

export const briefQuery = (employerId: string) => apiQuery(getEmployerBrief, { params: { id: employerId } });

export async function loadBrief({ params }: LoaderFunctionArgs) {
	await requireOperation("getEmployerBrief");
	void queryClient.prefetchQuery(briefQuery(params.id ?? ""));
	return null;
}
