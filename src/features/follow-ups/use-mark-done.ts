import { getDashboard } from "#contract/dashboard.ts";
import { countEmployers, getEmployer, listEmployers, listTimeline } from "#contract/employers.ts";
import { countFollowUps, type FollowUp, listFollowUps, updateFollowUp } from "#contract/follow-ups.ts";
import { getNavigationCounts } from "#contract/navigation-counts.ts";
import { getBoard, listSupportCases } from "#contract/support-cases.ts";
import { optimistic, useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** A follow-up done is a trace of work: cases wake up, the next step of the employer changes. */
const touched = [
	listFollowUps,
	countFollowUps,
	getNavigationCounts,
	getDashboard,
	listEmployers,
	countEmployers,
	getEmployer,
	listTimeline,
	listSupportCases,
	getBoard,
];

/** Marks a follow-up done, or to do again: drawn at once, put back if refused, and one press takes it back. */
export function useMarkDone() {
	const words = useWords(text);
	const { today } = useReference();
	const update = useApiMutation(updateFollowUp, {
		invalidates: touched,
		optimistic: ({ params, body }) => [
			optimistic(listFollowUps, (page) => ({
				...page,
				items: page.items.map((item) => (item.id === params.id ? { ...item, doneOn: body.doneOn ?? null } : item)),
			})),
		],
		onSuccess: (followUp) => {
			addToast({ text: followUp.doneOn ? words.doneToast(followUp.title) : words.undoneToast(followUp.title) });
		},
		onError: (error) => addToast({ tone: "error", text: `${words.notSaved} ${errorSentence(error)}` }),
	});
	return ({ id, version, doneOn }: Pick<FollowUp, "id" | "version" | "doneOn">, isDone = doneOn === null) =>
		update.mutate({ params: { id }, body: { doneOn: isDone ? today : null }, ifMatch: version, base: { doneOn } });
}
