import { fold } from "#contract/fold.ts";

export type Matched = { name: string; municipalityName: string | null; neq: string | null };

/** How well: the name begins so, one of its words does, or the letters are somewhere. Null: a word is nowhere. */
function rankOf(words: readonly string[], typed: string, { name, municipalityName, neq }: Matched): number | null {
	const folded = fold(name);
	const all = `${folded} ${fold(municipalityName ?? "")} ${neq ?? ""}`;
	if (!words.every((word) => all.includes(word))) return null;
	return folded.startsWith(typed) ? 0 : ` ${folded}`.includes(` ${words[0]}`) ? 1 : 2;
}

/** Employers at hand whose name, town or NEQ has every word typed, blind to accents, in the folding of the API; the best first and, among equals, in the order given (the most recent). Needs no network. */
export function matchEmployers<Row extends Matched>(text: string, list: readonly Row[]): Row[] {
	const typed = fold(/^[\d\s]+$/.test(text) ? text.replace(/\s/g, "") : text);
	if (typed === "") return text.trim() === "" ? [...list] : [];
	const words = typed.split(" ");
	return list
		.map((row) => ({ row, rank: rankOf(words, typed, row) }))
		.filter((one): one is { row: Row; rank: number } => one.rank !== null)
		.sort((a, b) => a.rank - b.rank)
		.map(({ row }) => row);
}
