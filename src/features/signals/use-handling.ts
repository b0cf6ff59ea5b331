import { useRef } from "react";
import { deleteSignalHandling, type Signal } from "#contract/signals.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { reads } from "#lib/reads.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** What is read again once a signal is handled, or open again. */
export const touchedByHandling = reads("listSignals", "countSignals", "listSignalTrends", "getDashboard", "getMyDay");

/** Opens a signal again, at once; taken back as easily. */
export function useReopening() {
	const words = useWords(text).handling;
	const { term } = useReference();
	const name = useRef("");
	const remove = useApiMutation(deleteSignalHandling, {
		invalidates: touchedByHandling,
		onSuccess: () => addToast({ text: words.reopened(name.current) }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	return ({ handling, code }: Signal) => {
		name.current = term("signal", code);
		if (handling) remove.mutate({ params: { id: handling.id }, ifMatch: handling.version });
	};
}
