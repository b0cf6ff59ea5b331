import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./http.ts";
import { isFollowing } from "./live/news.ts";
import { endSession } from "./session-end.ts";

/** To whoever was known to be here, a 401 means that the session has ended since. */
const onError = (error: Error) => {
	const session = queryClient.getQueryData<{ person: unknown }>(["getSession", {}]);
	if (session?.person && error instanceof ApiError && error.problem.code === "not-signed-in") endSession();
};

/** One cache of server data. A refusal is final; a silent network is tried twice more. */
export const queryClient = new QueryClient({
	queryCache: new QueryCache({ onError }),
	mutationCache: new MutationCache({ onError }),
	defaultOptions: {
		queries: {
			staleTime: 30_000,
			gcTime: 30 * 60_000,
			retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
			// While colleagues' changes come by themselves, coming back to a window moves nothing in it.
			refetchOnWindowFocus: () => !isFollowing(),
			refetchOnReconnect: () => !isFollowing(),
			networkMode: "always",
		},
		mutations: { networkMode: "always" },
	},
});
