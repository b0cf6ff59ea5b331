import type { LoaderFunctionArgs } from "react-router";
import { openDrafts } from "#lib/drafts.ts";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { missionsSource } from "./missions-source.ts";
import { comparisonQuery, missionQuery, registrationsQuery } from "./queries.ts";

export const loadMissions = ({ request }: LoaderFunctionArgs) => prefetchList(missionsSource, request);

export async function loadMission({ params }: LoaderFunctionArgs) {
	const id = params.id ?? "";
	void queryClient.prefetchQuery(registrationsQuery(id));
	await Promise.all([queryClient.ensureQueryData(missionQuery(id)), openDrafts()]);
	return null;
}

export function loadComparison() {
	void queryClient.prefetchQuery(comparisonQuery);
	return null;
}
