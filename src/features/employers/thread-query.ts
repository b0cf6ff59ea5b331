import { infiniteQueryOptions } from "@tanstack/react-query";
import { listTimeline } from "#contract/employers.ts";
import { call } from "#lib/http.ts";

export const threadKinds = ["all", "visit", "labourNeed", "followUpDone", "toolUse", "stageChange,evidence"] as const;
export type ThreadKind = (typeof threadKinds)[number];

const pageLength = 20;

/** The key starts with the endpoint's id, as every query's: a write that invalidates the thread reaches it. */
export const threadQuery = (employerId: string, kind: ThreadKind) =>
	infiniteQueryOptions({
		queryKey: [listTimeline.id, { employerId, kind }],
		queryFn: ({ pageParam, signal }) =>
			call(
				listTimeline,
				{ params: { id: employerId }, query: { limit: pageLength, ...(kind === "all" ? {} : { kind }), ...(pageParam ? { after: pageParam } : {}) } },
				{ signal },
			),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next,
	});
