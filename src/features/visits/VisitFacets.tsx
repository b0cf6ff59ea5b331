import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { visitStatuses } from "#contract/visits.ts";
import { useFormat } from "#lib/format.ts";
import type { useListState } from "#lib/list-state.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { type FacetGroup, Facets } from "#ui/grid/Facets.tsx";
import { facetFields, facetsQuery } from "./queries.ts";
import { text } from "./text.ts";
import { useConditionNames } from "./use-condition-names.ts";

type VisitFacetsProps = { list: ReturnType<typeof useListState>; areRowsHere: boolean };

/** State, type, team and territory with their counts: asked once the rows are here. */
export function VisitFacets({ list, areRowsHere }: VisitFacetsProps) {
	const words = useWords(text);
	const { number } = useFormat();
	const { terms } = useReference();
	const names = useConditionNames();
	const mayCount = useMay()("countVisits");
	const { data, isFetching, isPlaceholderData } = useQuery({ ...facetsQuery(list), enabled: areRowsHere && mayCount, placeholderData: keepPreviousData });
	const inOrder: Partial<Record<(typeof facetFields)[number], readonly string[]>> = {
		status: visitStatuses,
		mode: terms("visitMode").map(({ value }) => value),
	};

	const groups: FacetGroup[] = facetFields.map((field) => {
		const chosen = list.chosen(field);
		const counted = new Map((data?.[field] ?? []).map(({ value, count }) => [value ?? "", count]));
		// A missing value has no box here: the link that asks for it shows as a chip.
		const values = [...new Set([...counted.keys(), ...chosen])].filter(Boolean);
		const order = inOrder[field];
		if (order) values.sort((a, b) => order.indexOf(a) - order.indexOf(b));
		return {
			id: field,
			label: names.field(field),
			options: values.map((value) => ({ value, label: names.value(field, value), count: data && (counted.get(value) ?? 0), checked: chosen.includes(value) })),
		};
	});
	if (!mayCount && groups.every(({ options }) => options.length === 0)) return null;
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
