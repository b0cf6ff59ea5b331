import { infiniteQueryOptions } from "@tanstack/react-query";
import { listTimeline } from "#contract/employer-timeline.ts";
import { call } from "#lib/http.ts";

/** What the address says → the kinds asked of the API. */
export const threadKinds = {
	tout: undefined,
	visites: "visit",
	besoins: "labourNeed",
	suivis: "followUpDone",
	outils: "toolUse",
	etapes: "stageChange,evidence",
} as const;
export type ThreadKind = keyof typeof threadKinds;

const pageLength = 20;

/** The key starts with the endpoint's id, as every query's: a write that invalidates the thread reaches it. */
export const threadQuery = (employerId: string, kind: ThreadKind) =>
	infiniteQueryOptions({
		queryKey: [listTimeline.id, { employerId, kind }],
		queryFn: ({ pageParam, signal }) =>
			call(
				listTimeline,
				{
					params: { id: employerId },
					query: { limit: pageLength, ...(threadKinds[kind] ? { kind: threadKinds[kind] } : {}), ...(pageParam ? { after: pageParam } : {}) },
				},
				{ signal },
			),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next,
	});
