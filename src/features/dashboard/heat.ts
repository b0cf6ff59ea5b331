import type { Measure } from "#contract/indicators.ts";

type Key = string | null;

/** A table of two dimensions: the columns met most, the rest in « others »; a row for each territory, and one for none when there is any. */
export function heatOf(parts: Measure["parts"], territories: readonly string[], most: number): { columns: Key[]; rows: { code: Key; values: number[] }[] } {
	const weight = new Map<Key, number>();
	for (const { keys, value } of parts) weight.set(keys[1] ?? null, (weight.get(keys[1] ?? null) ?? 0) + (value ?? 0));
	const ranked = [...weight].sort(([a, one], [b, other]) => other - one || String(a).localeCompare(String(b))).map(([code]) => code);
	// A missing sector stands with the others: « all but these » holds it.
	const first = ranked.filter((code) => code !== null).slice(0, most);
	const columns: Key[] = ranked.length > first.length ? [...first, "others"] : first;
	const met = [...new Set(parts.map(({ keys }) => keys[0] ?? null))];
	const codes: Key[] = [...territories, ...met.filter((code) => code === null || !territories.includes(code))];
	const at = (code: Key) => (code !== null && first.includes(code) ? first.indexOf(code) : first.length);
	return {
		columns,
		rows: codes.map((code) => {
			const values = columns.map(() => 0);
			for (const { keys, value } of parts) if ((keys[0] ?? null) === code) values[at(keys[1] ?? null)] = (values[at(keys[1] ?? null)] ?? 0) + (value ?? 0);
			return { code, values };
		}),
	};
}
