import { useMemo } from "react";
import { useLocation, useNavigation, useSearchParams } from "react-router";
import { type FieldSet, type Filter, isAbout, parseFilter, printFilter } from "#contract/filter.ts";

export type ListUrl = { q: string; filter: string; sort: string };

/** q, filtre, tri of an address; a filter that cannot be read (an old link) is left out rather than refused. */
export function readListUrl(search: URLSearchParams, fields: FieldSet): ListUrl {
	const filter = search.get("filtre") ?? "";
	const readable = (() => {
		try {
			return filter ? printFilter(parseFilter(filter, fields)) : "";
		} catch {
			return "";
		}
	})();
	const sort = (search.get("tri") ?? "").split(",").filter((part) => fields[part.replace(/^-/, "")]?.sort);
	return { q: search.get("q") ?? "", filter: readable, sort: sort.join(",") };
}

/** What the API is asked: nothing for what is empty. */
export const listQueryOf = ({ q, filter, sort }: ListUrl) => ({ ...(q ? { q } : {}), ...(filter ? { filter } : {}), ...(sort ? { sort } : {}) });

/** The values a part of the filter lets through; a missing value is written "". */
const valuesOf = (filter: Filter): string[] => {
	if ("any" in filter) return filter.any.flatMap(valuesOf);
	if (!("field" in filter)) return [];
	if (filter.comparison === "=null=") return filter.values[0] === "true" ? [""] : [];
	return filter.comparison === "==" || filter.comparison === "=in=" ? filter.values : [];
};

/** A part of the filter that chooses values of the field, as a box ticked beside the list does: « all but » is none. */
export const isChoiceOf = (filter: Filter, field: string): boolean => isAbout(filter, field) && valuesOf(filter).length > 0;

/** `field==a`, `field=in=(a,b)`, `field=null=true` for the missing value, or both in a group. */
function oneOf(field: string, values: string[]): Filter {
	const present = values.filter(Boolean);
	const some: Filter = { field, comparison: present.length === 1 ? "==" : "=in=", values: present };
	if (present.length === values.length) return some;
	const none: Filter = { field, comparison: "=null=", values: ["true"] };
	return present.length === 0 ? none : { any: [some, none] };
}

const conditionsOf = (filter: Filter | null): Filter[] => (filter === null ? [] : "all" in filter ? filter.all : [filter]);

/** The state of a list is its address: search, facets, sort. A colleague who opens the link sees the same rows. */
export function useListState(fields: FieldSet, opensFiltered = false) {
	const [committed, setSearch] = useSearchParams();
	const { pathname } = useLocation();
	const { location: coming } = useNavigation();
	// The address asked for, not the one that its loaders have let in: a ticked box must not spring back meanwhile, nor a second tick forget the first.
	const text = coming?.pathname === pathname ? coming.search : committed.toString();
	return useMemo(() => {
		const search = new URLSearchParams(text);
		const url = readListUrl(search, fields);
		const filter = url.filter ? parseFilter(url.filter, fields) : null;
		const set = (name: string, value: string) => {
			const next = new URLSearchParams(search);
			if (value || (opensFiltered && name === "filtre")) next.set(name, value);
			else next.delete(name);
			// At once, not in a transition.
			setSearch(next, { replace: true, preventScrollReset: true, flushSync: true });
		};
		/** Values chosen for a facet; a missing value is "". */
		const chosen = (field: string): string[] => conditionsOf(filter).flatMap((item) => (isAbout(item, field) ? valuesOf(item) : []));
		const others = (field: string) => conditionsOf(filter).filter((item) => !isAbout(item, field));
		const setConditions = (conditions: Filter[]) =>
			set("filtre", conditions.length === 0 ? "" : printFilter(conditions.length === 1 ? (conditions[0] as Filter) : { all: conditions }));
		return {
			...url,
			conditions: conditionsOf(filter),
			query: listQueryOf(url),
			chosen,
			setQ: (q: string) => set("q", q),
			setSort: (sort: string) => set("tri", sort),
			choose: (field: string, values: string[]) => setConditions(values.length === 0 ? others(field) : [...others(field), oneOf(field, values)]),
			/** From a day on; null takes the limit off. */
			chooseSince: (field: string, day: string | null) =>
				setConditions([...others(field), ...(day ? [{ field, comparison: "=ge=" as const, values: [day] }] : [])]),
			/** Removes one condition by its place (a chip). */
			remove: (index: number) => setConditions(conditionsOf(filter).filter((_, at) => at !== index)),
			clear: () => {
				const next = new URLSearchParams(search);
				next.delete("q");
				if (opensFiltered) next.set("filtre", "");
				else next.delete("filtre");
				setSearch(next, { replace: true });
			},
		};
	}, [text, setSearch, fields, opensFiltered]);
}
