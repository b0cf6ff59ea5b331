import { onOrAfter } from "#contract/business-days.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import { addDays, useNearDay } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { actionText } from "./action-text.ts";
import { useFollowUpChange } from "./use-follow-up-change.ts";

type Moved = Pick<FollowUp, "id" | "version" | "dueOn">;
export type Postponement = { dueOn: string; postponeReason?: string | null; postponeNote?: string | null };

/** Gives a follow-up another day: one write, one way back. */
export function useReschedule() {
	const words = useWords(actionText);
	const { today } = useReference();
	const nearDay = useNearDay(today);
	const update = useFollowUpChange((saved) => words.movedToast(saved.title, nearDay(saved.dueOn)));
	return ({ id, version, dueOn }: Moved, to: Postponement) => {
		if (to.dueOn !== dueOn) update.mutate({ params: { id }, body: to, ifMatch: version, base: { dueOn } });
	};
}

/** The working day beside: a key moves past a weekend or a holiday in one press. */
export function dayBeside(day: string, direction: 1 | -1): string {
	let next = addDays(day, direction);
	while (onOrAfter(next) !== next) next = addDays(next, direction);
	return next;
}
