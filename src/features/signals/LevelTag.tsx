import type { SignalLevel } from "#contract/questions.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";

/** How pressing a signal is: a word first, its tint after. */
export function LevelTag({ level }: { level: SignalLevel }) {
	const words = useWords(text);
	return (
		<Tag tone={level} icon="warning">
			{words.levels[level]}
		</Tag>
	);
}
