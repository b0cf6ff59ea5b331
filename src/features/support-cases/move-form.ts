import type { OpenFollowUp } from "#contract/support-cases.ts";
import { settlementsOf } from "#lib/settlements.ts";
import type { Settling } from "#ui/SettleList.tsx";
import type { MoveAnswers, MoveDraft } from "./use-case-moves.ts";

/** The boxes of the dialog; a line of evidence keeps its id from one try to the next. */
export type MoveValues = {
	reason: string;
	closeReason: string;
	movedOn: string;
	evidence: { id: string; criterion: string; occurredOn: string; note: string }[];
	/** What becomes of each open follow-up, by its id. */
	followUps: Record<string, Settling>;
};

export const moveValues = (missing: MoveDraft["missing"], today: string): MoveValues => ({
	reason: "",
	closeReason: "",
	movedOn: today,
	followUps: {},
	evidence: missing.map(({ criterion }) => ({ id: crypto.randomUUID(), criterion, occurredOn: today, note: "" })),
});

/** Values → what is sent: nothing for what the move does not ask. */
export function answersOf({ kind }: MoveDraft, { reason, closeReason, movedOn, evidence, followUps }: MoveValues, open: OpenFollowUp[]): MoveAnswers {
	const why = reason.trim() ? { reason } : {};
	if (kind === "forward") return { movedOn, evidence };
	if (kind === "backward") return { movedOn, ...why };
	const settled = settlementsOf(open, followUps);
	return { movedOn, ...why, ...(closeReason ? { closeReason } : {}), ...(settled.length > 0 ? { followUps: settled } : {}) };
}
