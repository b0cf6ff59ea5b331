import { useQueryClient } from "@tanstack/react-query";
import { acknowledgeReferral, closeReferral, declineReferral, getReferral, type Referral, withdrawReferral } from "#contract/referrals.ts";
import { apiQuery, useApiMutation } from "#lib/api.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";
import { touchedByReferrals } from "./touched.ts";

export type AnswerValues = { meetingOn: string; outcome: string; outcomeVisitId: string; endedOn: string; reason: string; endNote: string };

/** The four answers, each said with its way back. */
export function useAnswers(referral: Referral, done: { onDone: () => void; onRefused: (error: Error) => void }) {
	const words = useWords(text).answer;
	const client = useQueryClient();
	const said = (sentence: string) => ({
		invalidates: touchedByReferrals,
		onSuccess: (answered: Referral) => {
			// The next answer follows at once, on what stands now.
			client.setQueryData(apiQuery(getReferral, { params: { id: answered.id } }).queryKey, answered);
			addToast({ text: sentence });
			done.onDone();
		},
		onError: done.onRefused,
	});
	const acknowledge = useApiMutation(acknowledgeReferral, said(words.acknowledge.done));
	const close = useApiMutation(closeReferral, said(words.close.done));
	const decline = useApiMutation(declineReferral, said(words.decline.done));
	const withdraw = useApiMutation(withdrawReferral, said(words.withdraw.done));
	const which = { params: { id: referral.id }, ifMatch: referral.version };
	return {
		isPending: acknowledge.isPending || close.isPending || decline.isPending || withdraw.isPending,
		acknowledge: (meetingOn: string) => acknowledge.mutate({ ...which, body: { meetingOn: meetingOn || null } }),
		close: ({ outcome, outcomeVisitId, endedOn, endNote }: AnswerValues) =>
			close.mutate({ ...which, body: { outcome: outcome || null, outcomeVisitId: outcomeVisitId || null, endedOn, endNote: endNote || null } }),
		decline: (reason: string, endNote: string) => decline.mutate({ ...which, body: { reason, endNote: endNote || null } }),
		withdraw: (reason: string, endNote: string) => withdraw.mutate({ ...which, body: { reason, endNote: endNote || null } }),
	};
}
