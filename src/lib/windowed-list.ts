import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { apiQuery } from "./api.ts";
import { heldBeside, heldRows } from "./live/news.ts";

/** What is searched is asked at each key, and answered before the next one: what can be seen and a little more. A list one scrolls through comes by larger pieces. */
const pageSizeOf = ({ q }: Record<string, unknown>) => (q ? 80 : 250);

type ListEndpoint = EndpointDefinition & { id: string };
/** What the address of the list itself names: the rows of one import. */
export type Params = Record<string, string>;
type Page<Row> = { items: Row[]; total: number; next: string | null };

/** Of which record the list is, and as of when: what its address always says, whatever is searched in it. */
export type Within = { params?: Params; query?: Record<string, unknown> };
export const inputWithin = <E extends EndpointDefinition>({ params, query: always }: Within, query: Record<string, unknown>) =>
	({ ...(params ? { params } : {}), query: { ...always, ...query } }) as unknown as EndpointInput<E>;

/** The first page of a list: what a route's loader awaits. */
export const firstPage = <E extends ListEndpoint>(endpoint: E, query: Record<string, unknown>, within: Within = {}) =>
	heldRows(apiQuery(endpoint, inputWithin<E>(within, { ...query, limit: pageSizeOf(query) })));

/** A list of any length behind a scrollbar: pages are fetched where one looks, by offset; rows not there yet are undefined (drawn as skeletons). */
export function useWindowedList<E extends ListEndpoint>(endpoint: E, query: Record<string, unknown>, enabled = true, within: Within = {}) {
	type Row = EndpointOutput<E> extends Page<infer R> ? R : never;
	const pageSize = pageSizeOf(query);
	const [pages, setPages] = useState<number[]>([]);
	const first = useQuery({ ...firstPage(endpoint, query, within), enabled, placeholderData: keepPreviousData });
	const data = first.data as Page<Row> | undefined;
	const rest = useQueries({
		queries: pages
			.filter((page) => page > 0 && page * pageSize < (data?.total ?? 0))
			.map((page) => heldBeside(apiQuery(endpoint, inputWithin<E>(within, { ...query, limit: pageSize, offset: page * pageSize })))),
		combine: (results) => results.map((result) => result.data as Page<Row> | undefined),
	});
	const wanted = pages.filter((page) => page > 0 && page * pageSize < (data?.total ?? 0));
	const rowAt = (index: number): Row | undefined => {
		const page = Math.floor(index / pageSize);
		const found = page === 0 ? data : rest[wanted.indexOf(page)];
		return found?.items[index % pageSize];
	};
	const onRangeChange = useCallback(
		(from: number, to: number) => {
			const needed = Array.from({ length: Math.floor(to / pageSize) - Math.floor(from / pageSize) + 1 }, (_, at) => Math.floor(from / pageSize) + at);
			setPages((current) => (needed.length === current.length && needed.every((page, at) => current[at] === page) ? current : needed));
		},
		[pageSize],
	);
	return {
		total: data?.total ?? 0,
		rowAt,
		onRangeChange,
		isStale: first.isPlaceholderData,
		isLoading: first.isPending,
		error: data ? null : first.error,
		retry: () => void first.refetch(),
	};
}
