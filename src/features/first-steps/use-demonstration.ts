import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type LoadingProgress, loadDemonstration } from "#contract/first-steps.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { callStreamed } from "#lib/streamed.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** Loads the fictional region and follows it; everything is read again at the end, who one is included: the region has changed. */
export function useDemonstration() {
	const words = useWords(text).loading;
	const client = useQueryClient();
	const [progress, setProgress] = useState<LoadingProgress | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const load = async () => {
		setProblem(null);
		let last: LoadingProgress = { done: 0, of: 100 };
		setProgress(last);
		try {
			await callStreamed(loadDemonstration, {}, (next) => {
				last = next;
				setProgress(next);
			});
			if (last.failed || last.done < last.of) setProblem(words.failed);
			else addToast({ text: words.done });
		} catch (error) {
			setProblem(error instanceof Error ? errorSentence(error) : words.failed);
		}
		await client.invalidateQueries();
		setProgress(null);
	};
	return { progress, problem, load };
}
