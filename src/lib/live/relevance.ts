import type { Query, QueryFunction } from "@tanstack/react-query";
import { inBackground } from "../http.ts";

type Rows = { items?: { id: string }[]; total?: number; columns?: { items: { id: string }[]; total: number }[] };

/** The rows of a list or of a board, and whether they are all here. */
function rowsOf(data: unknown): { ids: Set<string>; isWhole: boolean } {
	const { items = [], total = 0, columns } = (data ?? {}) as Rows;
	const parts = columns ?? [{ items, total }];
	return { ids: new Set(parts.flatMap((part) => part.items.map(({ id }) => id))), isWhole: parts.every((part) => part.items.length >= part.total) };
}

const isFiltered = ({ queryKey }: Query) => {
	const { query = {} } = (queryKey[1] ?? {}) as { query?: { q?: string; filter?: string } };
	return Boolean(query.q || query.filter);
};

/**
 * Of the records that changed, those that the list on screen shows or would show: whoever looks at their own cases is not told of everybody's.
 * The list is read aside for that, and what is on screen stays. A list too long to be whole is told of all of them.
 */
export async function relevantTo(list: Query | undefined, ids: readonly string[]): Promise<readonly string[]> {
	const read = list?.options.queryFn as QueryFunction | undefined;
	if (!list || !isFiltered(list) || typeof read !== "function") return ids;
	let fresh: unknown;
	try {
		await inBackground([String(list.queryKey[0])], async () => {
			fresh = await read({ queryKey: list.queryKey, signal: AbortSignal.timeout(10_000), meta: list.meta } as Parameters<QueryFunction>[0]);
		});
	} catch {
		return ids;
	}
	const [now, shown] = [rowsOf(fresh), rowsOf(list.state.data)];
	return now.isWhole && shown.isWhole ? ids.filter((id) => now.ids.has(id) || shown.ids.has(id)) : ids;
}
