import type { QueryClient } from "@tanstack/react-query";
import type { Session } from "#contract/session.ts";
import { errorSentence } from "./error-sentence.ts";
import { call } from "./http.ts";
import { text } from "./text.ts";
import { addToast, type Toast } from "./toasts.ts";
import { wordsNow } from "./words.ts";

type Undone = {
	onUndone: () => void;
	/** The page goes away with what is undone. */
	leaves: boolean;
};

/** Somebody is writing on this page: a box keeps what it holds under this mark until it is saved. */
const isWriting = () => document.querySelector("[data-unsaved]") !== null;

async function takeBack(key: string, { onUndone, leaves }: Undone, action: NonNullable<Toast["action"]>) {
	if (leaves && isWriting()) {
		addToast({ tone: "warning", text: wordsNow(text).writing, action });
		return;
	}
	try {
		const { undoBatch } = await import("#contract/journal.ts");
		await call(undoBatch, { params: { id: key } });
		addToast({ text: wordsNow(text).undone });
		onUndone();
	} catch (error) {
		addToast({ tone: "error", text: errorSentence(error instanceof Error ? error : new Error(String(error))) });
	}
}

/** « Annuler », for a write that was acknowledged: known to the journal by its Idempotency-Key. Nothing where this API or this person cannot. */
export function undoAction(client: QueryClient, key: string, undone: Undone): Toast["action"] | undefined {
	const session = client.getQueryData<Session>(["getSession", {}]);
	if (!session?.operations.includes("undoBatch")) return undefined;
	const action = { label: wordsNow(text).undo, onAction: () => void takeBack(key, undone, action) };
	return action;
}
