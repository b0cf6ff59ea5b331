import { queryOptions, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { data } from "react-router";
import type { OperationId } from "#contract/endpoints.ts";
import { getSession, type Session } from "#contract/session.ts";
import { apiQuery } from "./api.ts";
import { call } from "./http.ts";
import { queryClient } from "./query-client.ts";
import { endSession } from "./session-end.ts";

const asked = apiQuery(getSession, {});

/** Who is here. A session that ends while a page is open does not take the page away: what was typed is still there when its author comes back. */
export const sessionQuery = queryOptions({
	queryKey: asked.queryKey,
	queryFn: async ({ signal }): Promise<Session> => {
		const session = await call(getSession, {}, { signal });
		const before = queryClient.getQueryData<Session>(asked.queryKey);
		if (session.person || !before?.person) return session;
		endSession();
		return before;
	},
	staleTime: 5 * 60_000,
});

/** The signed-in person; pages below the signed-in layout always have one. */
export function useSession(): Session & { person: NonNullable<Session["person"]> } {
	const { data: session } = useQuery(sessionQuery);
	if (!session?.person) throw new Error("Nobody is signed in: this page belongs under the signed-in layout.");
	return { ...session, person: session.person };
}

/** Whether this API has the operation and this person may call it: nothing else is asked or offered. */
export function useMay(): (operation: OperationId) => boolean {
	const { operations } = useSession();
	return useCallback((operation) => operations.includes(operation), [operations]);
}

const mayAlready = (operation: OperationId): Promise<boolean> =>
	queryClient.ensureQueryData(sessionQuery).then(
		({ operations }) => operations.includes(operation),
		() => false,
	);

/** For a loader: starts a read that this API may not have, once the session says that it has. */
export async function whenMay(operation: OperationId, start: () => unknown): Promise<void> {
	if (await mayAlready(operation)) start();
}

/** For the loader of a page made for one operation: without it, the page does not exist. */
export async function requireOperation(operation: OperationId): Promise<null> {
	if (!(await mayAlready(operation))) throw data(null, { status: 404 });
	return null;
}
