import type { NeedMatrix } from "#contract/need-matrix.ts";

type Key = string | null;
export type CrossedNeeds = {
	/** The MRC with the most open posts first; `others` when some are left, with those of no known MRC. */
	columns: string[];
	rows: { code: string; label: string; values: number[]; total: number }[];
	totals: number[];
};
export const others = "others";

/** Cells → a table: occupations by open posts, the `most` MRC that have the most of them, the rest together. */
export function crossNeeds(cells: NeedMatrix["cells"], most: number): CrossedNeeds {
	const weight = new Map<Key, number>();
	for (const { mrcCode, posts } of cells) weight.set(mrcCode, (weight.get(mrcCode) ?? 0) + posts);
	const ranked = [...weight].sort(([a, one], [b, other]) => other - one || String(a).localeCompare(String(b))).flatMap(([code]) => code ?? []);
	const first = ranked.slice(0, most);
	const columns = weight.size > first.length ? [...first, others] : first;
	const at = (code: Key) => (code !== null && first.includes(code) ? first.indexOf(code) : first.length);
	const rows = new Map<string, CrossedNeeds["rows"][number]>();
	const totals = columns.map(() => 0);
	for (const { occupationCode, occupationLabel, mrcCode, posts } of cells) {
		const row = rows.get(occupationCode) ?? { code: occupationCode, label: occupationLabel, values: columns.map(() => 0), total: 0 };
		const column = at(mrcCode);
		row.values[column] = (row.values[column] ?? 0) + posts;
		row.total += posts;
		totals[column] = (totals[column] ?? 0) + posts;
		rows.set(occupationCode, row);
	}
	return { columns, rows: [...rows.values()].sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1)), totals };
}
