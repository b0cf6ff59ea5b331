import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./http.ts";

/** One cache of server data. A refusal is final; a silent network is tried twice more. */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 30_000,
			gcTime: 30 * 60_000,
			retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
			refetchOnWindowFocus: true,
			networkMode: "always",
		},
		mutations: { networkMode: "always" },
	},
});
