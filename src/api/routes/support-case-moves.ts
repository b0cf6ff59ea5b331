import { closedStage } from "#contract/case-board.ts";
import type { CaseMove } from "#contract/support-cases.ts";
import type { Context } from "../caller.ts";
import { requireTerms } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { type Criterion, criteriaToEnter, faultsOfMove, lacksReason, missingCriteria, moveKind } from "../rules/case-stages.ts";
import { settleFollowUps } from "./follow-up-settling.ts";
import { readProofs } from "./support-case-criteria.ts";

export type LockedCase = { id: string; employer_id: string; stage: string; stage_entered_on: string; opened_on: string; version: number };

/** A closed case waits for nothing any more. */
export const closedBecause = (closeReason: string | null, on: string) => ({ closed_on: on, close_reason: closeReason, paused_until: null, pause_reason: null });

async function requireCriteria(context: Context, current: LockedCase, move: CaseMove, asked: (Criterion & { label: string })[]) {
	if (asked.length === 0) return;
	const met = new Set(
		(await readProofs(context, { id: current.id, employerId: current.employer_id, openedOn: current.opened_on, until: context.today })).keys(),
	);
	for (const { criterion } of move.evidence ?? []) met.add(criterion);
	const missing = missingCriteria(asked, met);
	if (missing.length > 0) throw new Refusal("criteria-missing", { missing: missing.map(({ code, label }) => ({ criterion: code, label })) });
}

/** The rules of a move, then its three writes: the history, the evidence, the case. The caller holds the case's lock and has checked rights and version. */
export async function applyMove(context: Context, current: LockedCase, move: CaseMove): Promise<void> {
	const { db, caller, today, language } = context;
	if (current.stage === closedStage) throw new Refusal("already-closed");
	const stages = await db.selectFrom("case_stage").select(["code", "position"]).execute();
	const criteria = await db
		.selectFrom("stage_criterion")
		.select(["code", "stage", "kind", "shown_by as shownBy", language === "en" ? "label_en as label" : "label_fr as label"])
		.orderBy("position")
		.execute();
	const evidence = move.evidence ?? [];
	const faults = faultsOfMove(stages, criteria, { stage: current.stage, stageEnteredOn: current.stage_entered_on }, { ...move, evidence }, today);
	if (faults.length > 0) throw new Refusal("invalid-input", { fields: faults });
	const kind = moveKind(stages, current.stage, move.toStage);
	if (lacksReason(kind, move.reason)) throw new Refusal("reason-required", { fields: [{ path: "reason", code: "required" }] });
	await requireTerms(context, [{ path: "closeReason", vocabulary: "closeReason", code: move.closeReason }]);
	await requireCriteria(context, current, move, criteriaToEnter(stages, criteria, current.stage, move.toStage));
	if (kind === "closing") await settleFollowUps(context, { supportCaseId: current.id }, move.followUps ?? [], move.movedOn);

	const common = { region_code: caller.regionCode, support_case_id: current.id };
	await db
		.insertInto("stage_change")
		.values({
			...common,
			id: move.id,
			from_stage: current.stage,
			to_stage: move.toStage,
			moved_on: move.movedOn,
			moved_by: caller.personId,
			reason: move.reason ?? null,
		})
		.execute();
	if (evidence.length > 0) {
		await db
			.insertInto("case_evidence")
			.values(
				evidence.map(({ id, criterion, occurredOn, note }) => ({ ...common, id, criterion, occurred_on: occurredOn, note, recorded_by: caller.personId })),
			)
			.execute();
	}
	await db
		.updateTable("support_case")
		.set({
			stage: move.toStage,
			stage_entered_on: move.movedOn,
			version: current.version + 1,
			...(kind === "closing" ? closedBecause(move.closeReason ?? null, move.movedOn) : {}),
		})
		.where("id", "=", current.id)
		.execute();
}
