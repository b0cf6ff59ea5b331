import { useState } from "react";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import type { MenuEntry } from "#ui/Menu.tsx";
import { closedStage } from "./board-state.ts";
import { text } from "./text.ts";
import { useCaseChanges } from "./use-case-changes.ts";
import { useCaseMoves } from "./use-case-moves.ts";

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
	const entries = (row: SupportCaseRow, isShown = false): MenuEntry[] => {
		const show: MenuEntry[] = isShown ? [] : [{ id: "show", label: words.showCase, icon: "info", onAction: () => onShow(row.id) }];
		if (!row.can.move)
			return [
				...show,
				{ id: "move", label: words.move, onAction: () => {}, disabledReason: row.closedOn === null ? words.notYours : words.isClosed, separated: !isShown },
			];
		const wakeUp = () => wake.mutate({ params: { id: row.id }, body: { pausedUntil: null }, ifMatch: row.version });
		return [
			...show,
			...moveEntries(row).map((entry, index) => (index === 0 && !isShown ? { ...entry, separated: true } : entry)),
			isPaused(row)
				? { id: "wake", label: words.wake, icon: "sun", onAction: wakeUp, separated: true }
				: { id: "pause", label: words.pause, icon: "pause", onAction: () => startPause(row), separated: true },
			{ id: closedStage, label: words.close, icon: "lock", onAction: () => moves.request(row, closedStage) },
		];
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
