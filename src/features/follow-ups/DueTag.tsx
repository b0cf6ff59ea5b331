import { urgencyOf, urgencyTone, useNearDay } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";

/** When it is due, or when it was done, in words; the tint only repeats them. */
export function DueTag({ dueOn, doneOn }: { dueOn: string; doneOn: string | null }) {
	const words = useWords(text);
	const { today } = useReference();
	const nearDay = useNearDay(today);
	if (doneOn)
		return (
			<Tag tone="green" icon="check" title={doneOn}>
				{words.done(nearDay(doneOn))}
			</Tag>
		);
	const urgency = urgencyOf(dueOn, today);
	return (
		<Tag tone={urgencyTone[urgency]} title={dueOn}>
			{urgency === "late" ? words.late(nearDay(dueOn)) : words.due(nearDay(dueOn))}
		</Tag>
	);
}
