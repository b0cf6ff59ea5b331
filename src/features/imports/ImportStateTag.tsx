import type { ImportState } from "#contract/imports.ts";
import { useWords } from "#lib/words.ts";
import type { IconName } from "#ui/icon-paths.ts";
import { Tag, type Tone } from "#ui/Tag.tsx";
import { text } from "./text.ts";

const looks: Record<ImportState, { tone: Tone; icon: IconName }> = {
	reading: { tone: "info", icon: "clock" },
	checking: { tone: "info", icon: "clock" },
	ready: { tone: "amber", icon: "edit" },
	applying: { tone: "info", icon: "clock" },
	applied: { tone: "green", icon: "check" },
	undoing: { tone: "info", icon: "clock" },
	undone: { tone: "neutral", icon: "undo" },
	failed: { tone: "red", icon: "warning" },
	cancelled: { tone: "neutral", icon: "close" },
};

export function ImportStateTag({ state }: { state: ImportState }) {
	const words = useWords(text);
	return <Tag {...looks[state]}>{words.values.state[state]}</Tag>;
}
