import { closedStage } from "#contract/case-board.ts";
import type { LocalDate } from "#contract/primitives.ts";

export type Stage = { code: string; position: number };
/** `entry`: shown before the stage is entered; `exit`: before it is left. What shows `shownBy` shows this one too: a meeting that took place had been booked. */
export type Criterion = { code: string; stage: string; kind: "entry" | "exit"; shownBy?: string | null };

export type MoveKind = "same" | "forward" | "backward" | "closing";

const positionOf = (stages: readonly Stage[], code: string): number => {
	const stage = stages.find((one) => one.code === code);
	if (!stage) throw new RangeError(`No stage is called ${code}.`);
	return stage.position;
};

/** Which of the rules of domain §2.2 a move falls under. */
export function moveKind(stages: readonly Stage[], from: string, to: string): MoveKind {
	if (from === to) return "same";
	if (to === closedStage) return "closing";
	return positionOf(stages, to) > positionOf(stages, from) ? "forward" : "backward";
}

/** What must be shown before a case stands in `to`: what each stage passed asks to be left, and to be entered, in the board's order (domain §2.2). Going back or closing asks for none. */
export function criteriaToEnter<C extends Criterion>(stages: readonly Stage[], criteria: readonly C[], from: string, to: string): C[] {
	if (moveKind(stages, from, to) !== "forward") return [];
	const [start, end] = [positionOf(stages, from), positionOf(stages, to)];
	return criteria.filter(({ stage, kind }) => {
		const at = positionOf(stages, stage);
		return kind === "exit" ? at >= start && at < end : at > start && at <= end;
	});
}

/** A criterion is met by a record or by a dated line of evidence, stored before or given with the move. */
export const missingCriteria = <C extends Criterion>(asked: readonly C[], met: ReadonlySet<string>): C[] =>
	asked.filter(({ code, shownBy }) => !met.has(code) && !(shownBy && (met.has(shownBy) || asked.some((one) => one.code === shownBy))));

export type CaseAsItStands = { stage: string; stageEnteredOn: LocalDate };
export type MoveAsked = {
	toStage: string;
	movedOn: LocalDate;
	reason?: string | null;
	closeReason?: string | null;
	evidence: readonly { criterion: string; occurredOn: LocalDate }[];
};
export type Fault = { path: string; code: string };

/** What is wrong with the move as typed, before any record is looked at. */
export function faultsOfMove(
	stages: readonly Stage[],
	criteria: readonly { code: string }[],
	current: CaseAsItStands,
	move: MoveAsked,
	today: LocalDate,
): Fault[] {
	if (!stages.some(({ code }) => code === move.toStage)) return [{ path: "toStage", code: "code" }];
	const kind = moveKind(stages, current.stage, move.toStage);
	const faults: Fault[] = [];
	if (kind === "same") faults.push({ path: "toStage", code: "same-stage" });
	if (move.movedOn > today) faults.push({ path: "movedOn", code: "date-in-future" });
	if (move.movedOn < current.stageEnteredOn) faults.push({ path: "movedOn", code: "date-before-opening" });
	if (kind === "closing" && !move.closeReason) faults.push({ path: "closeReason", code: "required" });
	if (kind !== "closing" && move.closeReason) faults.push({ path: "closeReason", code: "invalid" });
	for (const [index, line] of move.evidence.entries()) {
		if (!criteria.some(({ code }) => code === line.criterion)) faults.push({ path: `evidence.${index}.criterion`, code: "code" });
		if (line.occurredOn > today) faults.push({ path: `evidence.${index}.occurredOn`, code: "date-in-future" });
	}
	return faults;
}

/** History is read by those who were not there: a step back says why. */
export const lacksReason = (kind: MoveKind, reason: string | null | undefined): boolean => kind === "backward" && !reason?.trim();
