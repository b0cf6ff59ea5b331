import type { FollowUp } from "#contract/follow-ups.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { actionText } from "./action-text.ts";
import { useFollowUpChange } from "./use-follow-up-change.ts";

/** Marks a follow-up done, or to do again; one that repeats says when it comes back. */
export function useMarkDone() {
	const words = useWords(actionText);
	const { today } = useReference();
	const update = useFollowUpChange((saved) =>
		saved.doneOn ? (saved.repeatEvery ? words.doneAgainToast(saved.title) : words.doneToast(saved.title)) : words.undoneToast(saved.title),
	);
	return ({ id, version, doneOn }: Pick<FollowUp, "id" | "version" | "doneOn">, isDone = doneOn === null) =>
		update.mutate({ params: { id }, body: { doneOn: isDone ? today : null }, ifMatch: version, base: { doneOn } });
}
