import { matchParts } from "./match.ts";

/** A text, what was typed in bold where it is found. */
export function Marked({ text, query }: { text: string; query: string }) {
	return matchParts(text, query).map((part, index) =>
		part.isMatch ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: slices of one string, in its order
			<mark key={index}>{part.text}</mark>
		) : (
			part.text
		),
	);
}
