import { useRef } from "react";
import { updateTerm, type VocabularyTerm } from "#contract/vocabularies.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { addToast } from "#lib/toasts.ts";
import { touchedByTerms } from "./queries.ts";

/** One change of a term made at once, said with its way back. */
export function useTermChange() {
	const said = useRef("");
	const { mutate, isPending } = useApiMutation(updateTerm, {
		invalidates: touchedByTerms,
		onSuccess: () => addToast({ text: said.current }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const change = (term: VocabularyTerm, body: Partial<Pick<VocabularyTerm, "position" | "validTo" | "successor">>, say: string) => {
		said.current = say;
		mutate({ params: { id: term.id }, body, ifMatch: term.version, base: term });
	};
	return { isPending, change };
}
