import { urgencyOf, urgencyTone, useNearDay } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { actionText } from "./action-text.ts";

/** When it is due, or when it was done, in words; the tint only repeats them. */
export function DueTag({ dueOn, doneOn, cancelReason }: { dueOn: string; doneOn: string | null; cancelReason: string | null }) {
	const words = useWords(actionText);
	const { today } = useReference();
	const nearDay = useNearDay(today);
	if (doneOn && cancelReason)
		return (
			<Tag tone="neutral" icon="close" title={doneOn}>
				{words.dropped(nearDay(doneOn))}
			</Tag>
		);
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
