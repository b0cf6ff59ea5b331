import { longestPauseMonths } from "#contract/case-board.ts";
import { addMonths } from "#contract/months.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Fault } from "./case-stages.ts";

export type Pause = { pausedUntil: LocalDate | null; pauseReason: string | null };
export type PauseAsked = { pausedUntil?: LocalDate | null; pauseReason?: string | null };

/** The pause that would stand: what was not sent is kept, waking a case takes its reason away. */
export function pauseAfter(current: Pause, asked: PauseAsked): Pause {
	const pausedUntil = asked.pausedUntil === undefined ? current.pausedUntil : asked.pausedUntil;
	if (pausedUntil === null) return { pausedUntil: null, pauseReason: asked.pausedUntil === null ? null : (asked.pauseReason ?? null) };
	return { pausedUntil, pauseReason: asked.pauseReason === undefined ? current.pauseReason : asked.pauseReason };
}

/** A pause has a reason and a wake-up date, six months away at most (domain §2.2). A date that stood before is not judged again. */
export function faultsOfPause(current: Pause, asked: PauseAsked, today: LocalDate): Fault[] {
	const next = pauseAfter(current, asked);
	const faults: Fault[] = [];
	if (asked.pausedUntil && (asked.pausedUntil <= today || asked.pausedUntil > addMonths(today, longestPauseMonths)))
		faults.push({ path: "pausedUntil", code: "wake-up" });
	if (next.pausedUntil !== null && !next.pauseReason) faults.push({ path: "pauseReason", code: "required" });
	if (next.pausedUntil === null && next.pauseReason !== null) faults.push({ path: "pausedUntil", code: "required" });
	return faults;
}
