import type { MoveAnswers, MoveDraft } from "./use-case-moves.ts";

/** The boxes of the dialog; a line of evidence keeps its id from one try to the next. */
export type MoveValues = {
	reason: string;
	closeReason: string;
	movedOn: string;
	evidence: { id: string; criterion: string; occurredOn: string; note: string }[];
};

export const moveValues = (missing: MoveDraft["missing"], today: string): MoveValues => ({
	reason: "",
	closeReason: "",
	movedOn: today,
	evidence: missing.map(({ criterion }) => ({ id: crypto.randomUUID(), criterion, occurredOn: today, note: "" })),
});

/** Values → what is sent: nothing for what the move does not ask. */
export function answersOf({ kind }: MoveDraft, { reason, closeReason, movedOn, evidence }: MoveValues): MoveAnswers {
	const why = reason.trim() ? { reason } : {};
	if (kind === "forward") return { movedOn, evidence };
	return kind === "closing" ? { movedOn, ...why, ...(closeReason ? { closeReason } : {}) } : { movedOn, ...why };
}
