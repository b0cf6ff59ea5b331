import type { Naming } from "#lib/filter-words.ts";
import type { FacetGroup } from "../grid/Facets.tsx";

type Counted = { value: string | null; count: number };

/** Counts by value → boxes to tick: in the order given, else the most frequent first; what is ticked stays in sight even at zero. */
export function facetGroups(
	facets: readonly string[],
	counts: Record<string, Counted[]> | undefined,
	chosen: (field: string) => string[],
	naming: Naming,
	order: Partial<Record<string, readonly string[]>> = {},
): FacetGroup[] {
	const groups = facets.map((field) => {
		const ticked = chosen(field);
		const counted = new Map((counts?.[field] ?? []).map(({ value, count }) => [value ?? "", count]));
		const values = [...new Set([...counted.keys(), ...ticked])];
		const wanted = order[field] ?? (naming.fields[field]?.type === "boolean" ? ["true", "false"] : undefined);
		if (wanted) values.sort((one, other) => (wanted.indexOf(one) + 1 || wanted.length + 1) - (wanted.indexOf(other) + 1 || wanted.length + 1));
		const options = values.map((value) => ({
			value,
			label: value === "" ? naming.missing(field) : naming.value(field, value),
			count: counts && (counted.get(value) ?? 0),
			checked: ticked.includes(value),
		}));
		return { id: field, label: naming.field(field), options };
	});
	return groups.filter(({ options }) => options.length > 0);
}
