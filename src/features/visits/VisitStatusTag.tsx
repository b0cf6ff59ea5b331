import type { VisitStatus } from "#contract/visits.ts";
import { useWords } from "#lib/words.ts";
import { Tag, type TagProps } from "#ui/Tag.tsx";
import { text } from "./text.ts";

const looks: Record<VisitStatus, Pick<TagProps, "tone" | "icon">> = {
	planned: { tone: "violet", icon: "day" },
	draft: { tone: "amber", icon: "edit" },
	completed: { tone: "green", icon: "check" },
	locked: { tone: "neutral", icon: "lock" },
	cancelled: { tone: "red", icon: "close" },
};

export function VisitStatusTag({ status }: { status: VisitStatus }) {
	const words = useWords(text);
	return <Tag {...looks[status]}>{words.values.status[status]}</Tag>;
}
