import { useRef, useState } from "react";
import { closedStage } from "#contract/case-board.ts";
import {
	type CaseMove,
	getBoard,
	getSupportCase,
	listSupportCases,
	moveSupportCase,
	type SupportCase,
	type SupportCaseRow,
	supportCase,
} from "#contract/support-cases.ts";
import { optimistic, useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { ApiError } from "#lib/http.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { afterMove, boardAfter } from "./board-state.ts";
import { touchedByCase } from "./queries.ts";
import { text } from "./text.ts";

type Missing = { criterion: string; label: string }[];
/** A move that asks something of the person: what it lacks, why it goes back, why the case closes. Its id stays the same until it is accepted. */
export type MoveDraft = { id: string; row: SupportCaseRow; toStage: string; kind: "forward" | "backward" | "closing"; missing: Missing };
/** A case that somebody moved meanwhile: where it is now, and where this person was taking it. */
export type Overtaken = { current: SupportCase; toStage: string };
/** What the dialog adds to a move. */
export type MoveAnswers = Pick<CaseMove, "movedOn" | "reason" | "closeReason" | "evidence" | "followUps">;

/** The one way to move a case, by mouse, keyboard or menu: one write a move, shown at once, put back as it was when it is refused. */
export function useCaseMoves({ announce, follow }: { announce: (sentence: string) => void; follow: (id: string) => void }) {
	const words = useWords(text);
	const { stages, stageLabel, stageShort, staleAfter, today, personName } = useReference();
	const [draft, setDraft] = useState<MoveDraft | null>(null);
	const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
	const latest = useRef(draft);
	const keep = (next: MoveDraft | null) => {
		latest.current = next;
		setDraft(next);
	};
	const placeOf = (stage: string) => stages.findIndex(({ code }) => code === stage);
	const kindOf = (row: SupportCaseRow, toStage: string) =>
		toStage === closedStage ? "closing" : placeOf(toStage) > placeOf(row.stage) ? "forward" : "backward";

	const write = useApiMutation(moveSupportCase, {
		invalidates: touchedByCase,
		optimistic: ({ params, body }) => {
			const change = <Row extends SupportCaseRow>(row: Row) => (row.id === params.id ? afterMove(row, body, { today, staleAfter }) : row);
			return [
				optimistic(getBoard, (board) => boardAfter(board, params.id, change)),
				optimistic(listSupportCases, (page) => ({ ...page, items: page.items.map(change) })),
				optimistic(getSupportCase, change),
			];
		},
		onSuccess: (saved, { body }) => {
			const from = saved.stageChanges.at(-1)?.fromStage;
			if (latest.current?.id === body.id) keep(null);
			const kind = saved.stage === closedStage ? "closing" : from && placeOf(from) > placeOf(saved.stage) ? "backward" : "forward";
			const sentence =
				kind === "closing"
					? words.closedDone(saved.employerName)
					: (kind === "forward" ? words.moved : words.movedBack)(saved.employerName, stageLabel(saved.stage));
			addToast({ text: sentence });
		},
		onError: (error, { body }) => {
			const asked = latest.current;
			const problem = error instanceof ApiError ? error.problem : undefined;
			if (asked?.id === body.id) {
				announce(words.putBack(asked.row.employerName, stageLabel(asked.row.stage)));
				if (problem?.missing?.length) return keep({ ...asked, missing: problem.missing });
				const current = supportCase.safeParse(problem?.current).data;
				if (isAsking(asked) && !current) return;
				// Changed elsewhere than in its stage: the two do not clash, and the move goes on with the case as it stands. A dialog says what was refused.
				if (current?.stage === asked.row.stage && current.can.move) {
					keep({ ...asked, row: current });
					if (!isAsking(asked)) send(current, body);
					return;
				}
				keep(null);
				if (current)
					return current.stage === asked.toStage
						? addToast({ tone: "info", text: words.overtaken.already(moverOf(current), current.employerName) })
						: setOvertaken({ current, toStage: asked.toStage });
			}
			addToast({ tone: "error", text: errorSentence(error) });
		},
	});

	const send = (row: SupportCaseRow, body: CaseMove) => {
		follow(row.id);
		announce(words.announced(row.employerName, stageShort(body.toStage)));
		write.mutate({ params: { id: row.id }, body, ifMatch: row.version, idempotencyKey: body.id });
	};

	const moverOf = ({ stageChanges }: SupportCase) => personName(stageChanges.at(-1)?.movedBy ?? "") || words.overtaken.somebody;

	return {
		overtaken: overtaken && { ...overtaken, mover: moverOf(overtaken.current) },
		/** Left where the other person put it. */
		leave: () => setOvertaken(null),
		/** Forward: sent at once. Backward and closing: the reason first. */
		request: (row: SupportCaseRow, toStage: string) => {
			setOvertaken(null);
			if (row.stage === toStage || !row.can.move) return;
			const asked: MoveDraft = { id: crypto.randomUUID(), row, toStage, kind: kindOf(row, toStage), missing: [] };
			write.reset();
			follow(row.id);
			keep(asked);
			if (asked.kind === "forward") send(row, { id: asked.id, toStage, movedOn: today });
		},
		/** What a dialog must ask, if anything. */
		asking: isAsking(draft) ? draft : null,
		answer: (asked: MoveDraft, answers: MoveAnswers) => send(asked.row, { id: asked.id, toStage: asked.toStage, ...answers }),
		cancel: () => keep(null),
		error: write.error,
		isPending: write.isPending,
	};
}

const isAsking = (draft: MoveDraft | null): draft is MoveDraft => draft !== null && (draft.kind !== "forward" || draft.missing.length > 0);
