import type { QueryClient } from "@tanstack/react-query";
import type { Session } from "#contract/session.ts";
import { errorSentence } from "./error-sentence.ts";
import { call } from "./http.ts";
import { text } from "./text.ts";
import { addToast, type Toast } from "./toasts.ts";
import { wordsNow } from "./words.ts";

async function takeBack(key: string, onUndone: () => void) {
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
export function undoAction(client: QueryClient, key: string, onUndone: () => void): Toast["action"] | undefined {
	const session = client.getQueryData<Session>(["getSession", {}]);
	if (!session?.operations.includes("undoBatch")) return undefined;
	return { label: wordsNow(text).undo, onAction: () => void takeBack(key, onUndone) };
}
