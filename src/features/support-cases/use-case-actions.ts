import { useState } from "react";
import { closedStage } from "#contract/case-board.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import type { MenuEntry } from "#ui/Menu.tsx";
import { text } from "./text.ts";
import { useCaseChanges } from "./use-case-changes.ts";
import { useCaseMoves } from "./use-case-moves.ts";

const separated = (entries: MenuEntry[], isApart = true): MenuEntry[] =>
	entries.map((entry, index) => (index === 0 && isApart ? { ...entry, separated: true } : entry));

/** What can be done with a case, the same on a card, in the list and beside the open case; and the dialog that is asking something. */
export function useCaseActions(announce: (sentence: string) => void, onShow: (id: string) => void) {
	const words = useWords(text);
	const { prose } = useFormat();
	const { stages, stageLabel, today } = useReference();
	const [touched, setTouched] = useState<{ id: string } | null>(null);
	const moves = useCaseMoves({ announce, follow: (id) => setTouched({ id }) });
	const [pausing, setPausing] = useState<SupportCaseRow | null>(null);
	const wake = useCaseChanges({
		onSuccess: (saved) => addToast({ text: words.wokenDone(saved.employerName) }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const mayUpdate = useMay()("updateSupportCase");
	const isPaused = (row: SupportCaseRow) => row.pausedUntil !== null && row.pausedUntil >= today;

	const startPause = (row: SupportCaseRow) => {
		setTouched({ id: row.id });
		setPausing(row);
	};

	const moveEntries = (row: SupportCaseRow): MenuEntry[] => {
		const here = stages.findIndex(({ code }) => code === row.stage);
		return stages.flatMap(({ code }, place): MenuEntry[] =>
			code === row.stage || code === closedStage
				? []
				: [{ id: code, label: words.moveTo(stageLabel(code)), icon: place > here ? "chevronRight" : "chevronLeft", onAction: () => moves.request(row, code) }],
		);
	};
	const pauseEntries = (row: SupportCaseRow): MenuEntry[] => {
		if (row.closedOn !== null || !row.can.update || !mayUpdate) return [];
		const wakeUp = () => wake.mutate({ params: { id: row.id }, body: { pausedUntil: null }, ifMatch: row.version, base: row });
		return [
			isPaused(row)
				? { id: "wake", label: words.wake, icon: "sun", onAction: wakeUp }
				: { id: "pause", label: words.pause, icon: "pause", onAction: () => startPause(row) },
		];
	};
	const entries = (row: SupportCaseRow, isShown = false): MenuEntry[] => {
		const show: MenuEntry[] = isShown ? [] : [{ id: "show", label: words.showCase, icon: "info", onAction: () => onShow(row.id) }];
		const reason = row.closedOn === null ? words.notYours : words.isClosed;
		const move: MenuEntry[] = row.can.move ? moveEntries(row) : [{ id: "move", label: words.move, onAction: () => {}, disabledReason: reason }];
		const close: MenuEntry[] = row.can.move ? [{ id: closedStage, label: words.close, icon: "lock", onAction: () => moves.request(row, closedStage) }] : [];
		return [...show, ...separated(move, !isShown), ...separated([...pauseEntries(row), ...close])];
	};
	return {
		entries,
		/** The last case acted upon: the focus follows its card. */
		touched,
		moves,
		pausing,
		pausedDone: (row: SupportCaseRow, until: string) => {
			setPausing(null);
			addToast({ text: words.pausedDone(row.employerName, prose(until)) });
		},
		cancelPause: () => setPausing(null),
	};
}

export type CaseActions = ReturnType<typeof useCaseActions>;
