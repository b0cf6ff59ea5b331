import type { QueryClient } from "@tanstack/react-query";
import type { Session } from "#contract/session.ts";
import type { Undone } from "./take-back.ts";
import { text } from "./text.ts";
import type { Toast } from "./toasts.ts";
import { wordsNow } from "./words.ts";

/** « Annuler », for a write that was acknowledged: known to the journal by its Idempotency-Key. Nothing where this API or this person cannot. */
export function undoAction(client: QueryClient, key: string, undone: Undone): Toast["action"] | undefined {
	const session = client.getQueryData<Session>(["getSession", {}]);
	if (!session?.operations.includes("undoBatch")) return undefined;
	const action = { label: wordsNow(text).undo, onAction: () => void import("./take-back.ts").then(({ takeBack }) => takeBack(key, undone, action)) };
	return action;
}
