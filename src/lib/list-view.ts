import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { EndpointDefinition, EndpointOutput } from "#contract/endpoint.ts";
import type { OperationId } from "#contract/endpoints.ts";
import type { FieldSet } from "#contract/filter.ts";
import { apiQuery } from "./api.ts";
import { type ListUrl, listQueryOf, readListUrl, useListState } from "./list-state.ts";
import { heldBeside } from "./live/news.ts";
import { queryClient } from "./query-client.ts";
import { useMay, whenMay } from "./session.ts";
import { firstPage, inputWithin, type Params, useWindowedList, type Within } from "./windowed-list.ts";

/** A list of the API as a page shows it: its rows, the counts of its facets, the fields of its address. */
export type ListSource<L extends EndpointDefinition = EndpointDefinition> = {
	list: L;
	counts: EndpointDefinition & { id: OperationId };
	fields: FieldSet;
	facets: readonly string[];
	/** What its path names, when it is the list of one thing. */
	params?: Params;
	/** The order asked for when the address asks for none, if it is not the API's own. */
	sort?: string;
	/** Its address without a filter opens on one: that every filter was taken off is written too. */
	opensFiltered?: boolean;
	/** What is always asked besides: the period of a figure. */
	always?: Record<string, unknown>;
};

const withinOf = ({ params, always }: ListSource): Within => ({ ...(params ? { params } : {}), ...(always ? { query: always } : {}) });

/** What the API is asked for the rows of an address. */
const rowsQueryOf = ({ sort }: ListSource, url: ListUrl) => listQueryOf({ ...url, sort: url.sort || (sort ?? "") });

type FacetCounts = Record<string, { value: string | null; count: number }[]>;

const countsQuery = (source: ListSource, { q, filter }: { q: string; filter: string }) =>
	heldBeside(
		apiQuery(
			source.counts,
			inputWithin<EndpointDefinition>(withinOf(source), { ...(q ? { q } : {}), ...(filter ? { filter } : {}), fields: source.facets.join(",") }),
		),
	);

/** For a route's loader that draws something else of the list. */
export const prefetchCounts = (source: ListSource, url: ListUrl) => whenMay(source.counts.id, () => queryClient.prefetchQuery(countsQuery(source, url)));

/** For a route's loader: rows start with the navigation, counts when the rows are here (asked together, they took a third more to come), and nobody waits for them. */
export function prefetchList(source: ListSource, request: Request): null {
	const url = readListUrl(new URL(request.url).searchParams, source.fields);
	const rows = queryClient.prefetchQuery(firstPage(source.list, rowsQueryOf(source, url), withinOf(source)));
	void rows.then(() => prefetchCounts(source, url));
	return null;
}

export type RowOf<L extends EndpointDefinition> = EndpointOutput<L> extends { items: (infer R)[] } ? R : never;

/** What a page draws of a list. */
export type ListView<Row> = {
	/** Which list it is: what colleagues change in it is announced. */
	list: EndpointDefinition;
	params: Params | undefined;
	/** What its rows are asked by: search, filter, sort. */
	query: Record<string, unknown>;
	state: ReturnType<typeof useListState>;
	rows: Omit<ReturnType<typeof useWindowedList>, "rowAt"> & { rowAt: (index: number) => Row | undefined };
	/** Without counts to choose from, only what is ticked already. */
	facets: readonly string[];
	counts: FacetCounts | undefined;
	areCountsStale: boolean;
	isFiltered: boolean;
	/** Rows of the whole list, whatever is searched. */
	all: number | undefined;
};

/** Everything a list page draws. Counts are asked once the rows are here: rows never wait for counts. Rows are not asked for while something else is drawn of the same list (a board). */
export function useListView<L extends EndpointDefinition>(source: ListSource<L>, asRows = true): ListView<RowOf<L>> {
	const state = useListState(source.fields, source.opensFiltered);
	const rows = useWindowedList(source.list as EndpointDefinition, rowsQueryOf(source, state), asRows, withinOf(source)) as unknown as ListView<
		RowOf<L>
	>["rows"];
	const isFiltered = state.q !== "" || state.filter !== "";
	const mayCount = useMay()(source.counts.id);
	const counts = useQuery({
		...countsQuery(source, state),
		enabled: mayCount && source.facets.length > 0 && (!asRows || (!rows.isLoading && !rows.isStale)),
		placeholderData: keepPreviousData,
	});
	const all = useQuery({
		...heldBeside(apiQuery(source.list, inputWithin<L>(withinOf(source), { limit: 1 }))),
		enabled: asRows && isFiltered,
		placeholderData: keepPreviousData,
	});
	return {
		list: source.list,
		params: source.params,
		query: { ...source.always, ...rowsQueryOf(source, state) },
		state,
		rows,
		facets: mayCount ? source.facets : source.facets.filter((field) => state.chosen(field).length > 0),
		counts: counts.data as FacetCounts | undefined,
		// From the change on, not from the moment they are asked: they wait for the rows.
		areCountsStale: mayCount && counts.isPlaceholderData,
		isFiltered,
		all: isFiltered ? (all.data as { total: number } | undefined)?.total : rows.total,
	};
}
