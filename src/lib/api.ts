import { type QueryClient, queryOptions, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { call } from "./http.ts";
import type * as Sending from "./sending.ts";
import type { Sent as ToSend } from "./sent.ts";
import { text } from "./text.ts";
import { offeringUndo } from "./toasts.ts";
import { undoAction } from "./undo.ts";
import { wordsNow } from "./words.ts";

/** The query of an endpoint: its key is the endpoint's id and the input, derived, never typed. Loaders await it, components read it. */
export const apiQuery = <E extends EndpointDefinition>(endpoint: E, input: EndpointInput<E>) =>
	queryOptions({
		queryKey: [endpoint.id, input] as const,
		queryFn: ({ signal }): Promise<EndpointOutput<E>> =>
			call(endpoint, input, { signal }).catch(async (error: unknown) => {
				// What waits on this device is not with the API yet: its page opens all the same.
				if (!localStorage.getItem("jalon.queued")) throw error;
				return (await import("./sending.ts")).heldHere(endpoint, input, error);
			}),
	});

/** Whatever was written is in the journal: histories are read again with the rest. */
export const invalidate = (client: QueryClient, ...endpoints: Pick<EndpointDefinition, "id">[]) =>
	Promise.all(["listHistory", ...endpoints.map(({ id }) => id)].map((id) => client.invalidateQueries({ queryKey: [id] })));

/** For a write that does not go through `useApiMutation`: what `say` says of it offers « Annuler ». */
export function sayWritten(client: QueryClient, key: string, say: () => void, { invalidates, onUndone }: Undoing) {
	const after = () => {
		onUndone?.();
		void invalidate(client, ...invalidates);
	};
	offeringUndo(undoAction(client, key, { onUndone: after, leaves: onUndone !== undefined }), say);
}

/** For a write that waits on the device: what `say` says of it says so, and « Annuler » gives it up. */
export const sayKept = (giveUp: () => void, say: () => void) => {
	const words = wordsNow(text);
	offeringUndo({ label: words.undo, onAction: giveUp }, say, words.kept);
};

/** What a write shows before the API answers: every cached answer of `endpoint` is passed through `update`. */
export type Optimistic = { endpoint: EndpointDefinition; update: (data: unknown) => unknown };
export const optimistic = <E extends EndpointDefinition>(endpoint: E, update: (data: EndpointOutput<E>) => EndpointOutput<E>): Optimistic => ({
	endpoint,
	update: update as (data: unknown) => unknown,
});

export type Sent<E extends EndpointDefinition> = ToSend<E>;

type Undoing = {
	/** Reads that are stale once the write is acknowledged, or taken back. */
	invalidates: readonly Pick<EndpointDefinition, "id">[];
	/** The page of a record that is no longer there is left. */
	onUndone?: () => void;
};

type Options<E extends EndpointDefinition> = Undoing & {
	optimistic?: (sent: Sent<E>) => Optimistic[];
	onSuccess?: (output: EndpointOutput<E>, sent: Sent<E>) => void;
	onError?: (error: Error, sent: Sent<E>) => void;
};

/** Sessions and passwords are anybody's own, and nothing of them is kept. */
const isJournaled = ({ roles, secret }: EndpointDefinition) => typeof roles !== "string" && !secret;

/** Under which key each write went: what it takes to undo it. Of one that waits on the device, what it takes to give it up. */
const keys = new WeakMap<object, string>();
const waiting = new WeakMap<object, () => void>();

/** Sends a write; one that may wait goes through the outbox, and its answer is then what screens show of the record meanwhile. */
export const send: typeof Sending.send = async (...write) => (await import("./sending.ts")).send(...write);

/** One write: shown at once where it can be, put back exactly as it was when it is refused, read again when it is acknowledged. */
export function useApiMutation<E extends EndpointDefinition>(endpoint: E, options: Options<E>): UseMutationResult<EndpointOutput<E>, Error, Sent<E>> {
	const client = useQueryClient();
	return useMutation({
		mutationFn: async (sent: Sent<E>) => {
			const { output, key, giveUp } = await send(endpoint, sent, options.invalidates);
			if (key) keys.set(sent, key);
			if (giveUp) waiting.set(sent, giveUp);
			return output;
		},
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
		onSuccess: (output, sent) => {
			const say = () => options.onSuccess?.(output, sent);
			const key = keys.get(sent);
			const giveUp = waiting.get(sent);
			if (giveUp) sayKept(giveUp, say);
			else if (key && isJournaled(endpoint)) sayWritten(client, key, say, options);
			else say();
		},
		// Not awaited: the write is over, and a form must not stay shut while the lists are read again.
		onSettled: (_output, _error, sent) => {
			if (!waiting.has(sent)) void invalidate(client, ...options.invalidates);
		},
	});
}
