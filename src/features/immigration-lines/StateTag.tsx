import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { useWords } from "#lib/words.ts";
import { Tag, type Tone } from "#ui/Tag.tsx";
import { text } from "./text.ts";

const tones: Record<ImmigrationLine["state"], Tone> = {
	...{ hired: "neutral", filed: "info", decided: "info", selected: "info", permitFiled: "violet", approved: "violet" },
	...{ arrived: "green", atWork: "green", resident: "green", ended: "neutral" },
};

/** Where a line stands, in a word; refused, it is said in red. */
export function StateTag({ state, endReason }: Pick<ImmigrationLine, "state" | "endReason">) {
	const words = useWords(text).values.state;
	return <Tag tone={endReason?.startsWith("refused") ? "red" : tones[state]}>{words[state]}</Tag>;
}
