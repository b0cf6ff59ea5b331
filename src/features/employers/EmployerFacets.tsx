import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormat } from "#lib/format.ts";
import type { useListState } from "#lib/list-state.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { type FacetGroup, Facets } from "#ui/grid/Facets.tsx";
import { portalStates } from "./portal-state.ts";
import { facetFields, facetsQuery } from "./queries.ts";
import { text } from "./text.ts";
import { useNaming } from "./use-naming.ts";

type EmployerFacetsProps = { list: ReturnType<typeof useListState>; areRowsHere: boolean };

/** Filters with their counts: asked once the rows are here (rows never wait for counts), dropped at the next key. */
export function EmployerFacets({ list, areRowsHere }: EmployerFacetsProps) {
	const words = useWords(text);
	const { number } = useFormat();
	const { stages } = useReference();
	const naming = useNaming();
	const { data, isFetching, isPlaceholderData } = useQuery({ ...facetsQuery(list), enabled: areRowsHere, placeholderData: keepPreviousData });

	const inOrder: Partial<Record<(typeof facetFields)[number], readonly string[]>> = { stage: stages.map(({ code }) => code), portal: portalStates };
	const groups: FacetGroup[] = facetFields.map((field) => {
		const chosen = list.chosen(field);
		const counted = new Map((data?.[field] ?? []).map(({ value, count }) => [value ?? "", count]));
		const values = [...new Set([...counted.keys(), ...chosen])];
		const order = inOrder[field];
		if (order) values.sort((a, b) => (order.indexOf(a) + 1 || 99) - (order.indexOf(b) + 1 || 99));
		return {
			id: field,
			label: naming.field(field),
			options: values.map((value) => ({
				value,
				label: value === "" ? naming.missing(field) : naming.value(field, value),
				count: counted.get(value) ?? 0,
				checked: chosen.includes(value),
			})),
		};
	});
	const toggle = (field: string, value: string, isOn: boolean) => {
		const chosen = list.chosen(field);
		list.choose(field, isOn ? [...chosen, value] : chosen.filter((one) => one !== value));
	};
	return (
		<Facets
			label={words.facets}
			groups={groups.filter(({ options }) => options.length > 0)}
			onToggle={toggle}
			formatCount={number}
			busy={isFetching && isPlaceholderData}
		/>
	);
}
