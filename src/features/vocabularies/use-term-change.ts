import { updateTerm, type VocabularyTerm } from "#contract/vocabularies.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { addToast } from "#lib/toasts.ts";
import { touchedByTerms } from "./queries.ts";

/** One change of a term made at once, said with its way back. */
export function useTermChange() {
	const change = useApiMutation(updateTerm, { invalidates: touchedByTerms, onError: (error) => addToast({ tone: "error", text: errorSentence(error) }) });
	return {
		isPending: change.isPending,
		change: (term: VocabularyTerm, body: Partial<Pick<VocabularyTerm, "position" | "validTo" | "successor">>, said: string) =>
			change.mutate({ params: { id: term.id }, body, ifMatch: term.version, base: term }, { onSuccess: () => addToast({ text: said }) }),
	};
}
