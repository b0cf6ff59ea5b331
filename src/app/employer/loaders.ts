import type { LoaderFunctionArgs } from "react-router";
import { employerQuery } from "#features/employers/queries.ts";
import { threadQuery } from "#features/employers/thread-query.ts";
import { nextStepsQuery, openPromisesQuery, promiseCountsQuery } from "#features/follow-ups/panel-queries.ts";
import { needsQuery, openNeedsQuery } from "#features/labour-needs/panel-queries.ts";
import { missionsOfQuery } from "#features/missions/queries.ts";
import { employerReferralsQuery } from "#features/referrals/panel-queries.ts";
import { signalsOfQuery } from "#features/signals/queries.ts";
import { casesOfQuery } from "#features/support-cases/panel-queries.ts";
import { toolUsesOfQuery } from "#features/tool-uses/panel-queries.ts";
import { visitsOfQuery } from "#features/visits/panel-queries.ts";
import { queryClient } from "#lib/query-client.ts";
import { whenMay } from "#lib/session.ts";

/** A panel's own data starts with the navigation and is awaited by nobody: the header shows first, each panel says what it waits for. */
const starting =
	(start: (id: string) => Promise<unknown>[]) =>
	({ params }: LoaderFunctionArgs) => {
		start(params.id ?? "");
		return null;
	};

export const loadEmployer = async ({ params }: LoaderFunctionArgs) => {
	void whenMay("listSignals", () => queryClient.prefetchQuery(signalsOfQuery(params.id ?? "")));
	await queryClient.ensureQueryData(employerQuery(params.id ?? ""));
	return null;
};

export const loadThread = starting((id) => [
	queryClient.prefetchInfiniteQuery(threadQuery(id, "tout")),
	queryClient.prefetchQuery(nextStepsQuery(id)),
	whenMay("countFollowUps", () => [queryClient.prefetchQuery(promiseCountsQuery(id)), queryClient.prefetchQuery(openPromisesQuery(id))]),
	queryClient.prefetchQuery(openNeedsQuery(id)),
	whenMay("listReferrals", () => queryClient.prefetchQuery(employerReferralsQuery(id))),
]);
export const loadNeeds = starting((id) => [queryClient.prefetchQuery(needsQuery(id))]);
export const loadCases = starting((id) => [queryClient.prefetchQuery(casesOfQuery(id))]);
export const loadVisits = starting((id) => [queryClient.prefetchQuery(visitsOfQuery(id))]);
export const loadTools = starting((id) => [
	queryClient.prefetchQuery(toolUsesOfQuery(id)),
	whenMay("listMissionRegistrations", () => queryClient.prefetchQuery(missionsOfQuery(id))),
]);
