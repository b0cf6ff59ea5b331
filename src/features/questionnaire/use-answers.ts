import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { createAnswer, getQuestionnaire, type QuestionnaireAnswer, updateAnswer } from "#contract/questionnaire.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { reads } from "#lib/reads.ts";
import { useReference } from "#lib/reference.ts";

const touched = reads("getQuestionnaire", "listSignals", "countSignals", "listSignalTrends", "getDashboard", "getMyDay");

/** What stands of an answer: what was just chosen, before it is acknowledged. */
type Held = { id: string; version: number; value: string | null };

/**
 * Answers of one employer for one year, each saved as it is chosen. One write at a time and in order: the arrows of a radio group choose
 * faster than a network answers, and each write changes what the one before saved.
 */
export function useAnswers({ employerId, year, visitId }: { employerId: string; year: number; visitId: string | null }) {
	const client = useQueryClient();
	const { today } = useReference();
	const held = useRef(new Map<string, Held>());
	const line = useRef(Promise.resolve());
	const [chosen, setChosen] = useState<Record<string, string | null>>({});
	const [problems, setProblems] = useState<Record<string, string>>({});
	const [waiting, setWaiting] = useState(0);
	const create = useApiMutation(createAnswer, { invalidates: touched });
	const update = useApiMutation(updateAnswer, { invalidates: touched });
	const standing = (code: string): Held | undefined => {
		const known = held.current.get(code);
		if (known) return known;
		const pages = client.getQueriesData<{ answers: QuestionnaireAnswer[] }>({ queryKey: [getQuestionnaire.id, { params: { id: employerId } }] });
		return pages.flatMap(([, page]) => page?.answers ?? []).find((one) => one.questionCode === code && one.year === year);
	};
	async function save(questionCode: string, value: string | null) {
		const before = standing(questionCode);
		if ((before?.value ?? null) === value) return;
		const about = visitId ? { visitId } : {};
		let saved: QuestionnaireAnswer;
		if (before) {
			const body = { value, answeredOn: today, ...about };
			saved = await update.mutateAsync({ params: { id: before.id }, body, ifMatch: before.version, base: { value: before.value } });
		} else {
			const id = crypto.randomUUID();
			saved = await create.mutateAsync({ body: { id, employerId, year, questionCode, value: value ?? "", answeredOn: today, ...about }, idempotencyKey: id });
		}
		held.current.set(questionCode, saved);
	}
	const answer = (code: string, value: string | null) => {
		setChosen((now) => ({ ...now, [code]: value }));
		setProblems(({ [code]: _, ...rest }) => rest);
		setWaiting((count) => count + 1);
		line.current = line.current
			.then(() => save(code, value))
			.catch((error: Error) => {
				// What was chosen stays on the screen, with what was wrong beside it.
				held.current.delete(code);
				setProblems((now) => ({ ...now, [code]: errorSentence(error) }));
			})
			.then(() => setWaiting((count) => count - 1));
	};
	return { answer, chosen, problems, isSaving: waiting > 0 };
}
