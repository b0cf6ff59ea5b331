import { infiniteQueryOptions } from "@tanstack/react-query";
import { type JournalEntity, listHistory } from "#contract/journal.ts";
import { call } from "#lib/http.ts";

const pageLength = 50;

/** The key starts with the endpoint's id: every write reads the histories again. */
export const historyQuery = (entity: JournalEntity, id: string) =>
	infiniteQueryOptions({
		queryKey: [listHistory.id, { entity, id }],
		queryFn: ({ pageParam, signal }) =>
			call(listHistory, { params: { entity, id }, query: { limit: pageLength, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next,
	});
