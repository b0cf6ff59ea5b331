import { infiniteQueryOptions } from "@tanstack/react-query";
import { type JournalEntity, listHistory } from "#contract/journal.ts";
import { call } from "#lib/http.ts";

const pageLength = 50;

/** What is looked for in a history; the API looks through all of it, not through what is on screen. */
export type HistoryFilter = { actor?: string; field?: string; from?: string; to?: string };

/** The key starts with the endpoint's id: every write reads the histories again. */
export const historyQuery = (entity: JournalEntity, id: string, filter: HistoryFilter = {}) => {
	const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
	return infiniteQueryOptions({
		queryKey: [listHistory.id, { entity, id, ...asked }],
		queryFn: ({ pageParam, signal }) =>
			call(listHistory, { params: { entity, id }, query: { limit: pageLength, ...asked, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next,
	});
};
