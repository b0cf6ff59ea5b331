import { undoBatch } from "#contract/journal.ts";
import { errorSentence } from "./error-sentence.ts";
import { call } from "./http.ts";
import { text } from "./text.ts";
import { addToast, type Toast } from "./toasts.ts";
import { wordsNow } from "./words.ts";

export type Undone = {
	onUndone: () => void;
	/** The page goes away with what is undone. */
	leaves: boolean;
};

/** Somebody is writing on this page: a box keeps what it holds under this mark until it is saved. */
const isWriting = () => document.querySelector("[data-unsaved]") !== null;

/** Takes a write back, and says so. */
export async function takeBack(key: string, { onUndone, leaves }: Undone, action: NonNullable<Toast["action"]>) {
	if (leaves && isWriting()) {
		addToast({ tone: "warning", text: wordsNow(text).writing, action });
		return;
	}
	try {
		await call(undoBatch, { params: { id: key } });
		addToast({ text: wordsNow(text).undone });
		onUndone();
	} catch (error) {
		addToast({ tone: "error", text: errorSentence(error instanceof Error ? error : new Error(String(error))) });
	}
}
