import { Banner } from "./Banner.tsx";

/** Sentences that belong to no field. */
export function Problems({ sentences }: { sentences: readonly string[] }) {
	return sentences.map((sentence) => (
		<Banner key={sentence} tone="red" live>
			{sentence}
		</Banner>
	));
}
