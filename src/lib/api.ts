import { type QueryClient, queryOptions, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { call, type Precautions } from "./http.ts";

/** The query of an endpoint: its key is the endpoint's id and the input, derived, never typed. Loaders await it, components read it. */
export const apiQuery = <E extends EndpointDefinition>(endpoint: E, input: EndpointInput<E>) =>
	queryOptions({
		queryKey: [endpoint.id, input] as const,
		queryFn: ({ signal }): Promise<EndpointOutput<E>> => call(endpoint, input, { signal }),
	});

export const invalidate = (client: QueryClient, ...endpoints: EndpointDefinition[]) =>
	Promise.all(endpoints.map((endpoint) => client.invalidateQueries({ queryKey: [endpoint.id] })));

/** What a write shows before the API answers: every cached answer of `endpoint` is passed through `update`. */
export type Optimistic = { endpoint: EndpointDefinition; update: (data: unknown) => unknown };
export const optimistic = <E extends EndpointDefinition>(endpoint: E, update: (data: EndpointOutput<E>) => EndpointOutput<E>): Optimistic => ({
	endpoint,
	update: update as (data: unknown) => unknown,
});

export type Sent<E extends EndpointDefinition> = EndpointInput<E> & Pick<Precautions, "ifMatch" | "idempotencyKey">;

type Options<E extends EndpointDefinition> = {
	optimistic?: (sent: Sent<E>) => Optimistic[];
	/** Reads that are stale once the write is acknowledged. */
	invalidates: readonly EndpointDefinition[];
	onSuccess?: (output: EndpointOutput<E>, sent: Sent<E>) => void;
	onError?: (error: Error, sent: Sent<E>) => void;
};

/** One write: shown at once where it can be, put back exactly as it was when it is refused, read again when it is acknowledged. */
export function useApiMutation<E extends EndpointDefinition>(endpoint: E, options: Options<E>): UseMutationResult<EndpointOutput<E>, Error, Sent<E>> {
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({ ifMatch, idempotencyKey, ...input }: Sent<E>) => call(endpoint, input as unknown as EndpointInput<E>, { ifMatch, idempotencyKey }),
		onMutate: async (sent: Sent<E>) => {
			const changes = options.optimistic?.(sent) ?? [];
			await Promise.all(changes.map((change) => client.cancelQueries({ queryKey: [change.endpoint.id] })));
			const before = changes.flatMap((change) => client.getQueriesData({ queryKey: [change.endpoint.id] }));
			for (const { endpoint: read, update } of changes)
				client.setQueriesData({ queryKey: [read.id] }, (data: unknown) => (data === undefined ? undefined : update(data)));
			return { before };
		},
		onError: (error, sent, context) => {
			for (const [key, data] of context?.before ?? []) client.setQueryData(key, data);
			options.onError?.(error, sent);
		},
		onSuccess: (output, sent) => options.onSuccess?.(output, sent),
		// Not awaited: the write is over, and a form must not stay shut while the lists are read again.
		onSettled: () => {
			void invalidate(client, ...options.invalidates);
		},
	});
}
