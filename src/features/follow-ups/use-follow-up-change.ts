import { useQueryClient } from "@tanstack/react-query";
import type { EndpointOutput } from "#contract/endpoint.ts";
import { type FollowUp, getFollowUp, listFollowUps, updateFollowUp } from "#contract/follow-ups.ts";
import { getMyDay, type MyDay } from "#contract/my-day.ts";
import { apiQuery, optimistic, type Sent, useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { actionText } from "./action-text.ts";
import { touchedByFollowUps } from "./touched.ts";

type Change = Partial<Pick<FollowUp, "dueOn" | "doneOn" | "cancelReason">>;
type Listed = EndpointOutput<typeof listFollowUps>;
type Saved = EndpointOutput<typeof updateFollowUp>;

/** On a day's page, what is done or due later leaves its column at once, and the count with it. */
function withoutThe(day: MyDay, id: string, change: Change): MyDay {
	const isGone = (item: FollowUp) => item.id === id && (change.doneOn != null || (change.dueOn !== undefined && change.dueOn > day.today));
	const rest = <G extends MyDay["due"]>(group: G): G => {
		const items = group.items.filter((item) => !isGone(item));
		return { ...group, items, total: group.total - (group.items.length - items.length) };
	};
	return { ...day, due: rest(day.due), ...(change.doneOn != null ? { expected: rest(day.expected), coming: rest(day.coming) } : {}) };
}

/** One change of a follow-up: drawn at once wherever it is on screen, put back if refused, said with its way back. */
export function useFollowUpChange(say: (saved: Saved, sent: Sent<typeof updateFollowUp>) => string) {
	const words = useWords(actionText);
	const client = useQueryClient();
	return useApiMutation(updateFollowUp, {
		invalidates: touchedByFollowUps,
		optimistic: ({ params, body }) => {
			const { dueOn, doneOn, cancelReason } = body;
			const change: Change = Object.fromEntries(Object.entries({ dueOn, doneOn, cancelReason }).filter(([, value]) => value !== undefined));
			const drawn = (item: FollowUp) => (item.id === params.id ? { ...item, ...change } : item);
			return [
				optimistic(listFollowUps, (page) => ({ ...page, items: page.items.map(drawn) })),
				optimistic(getFollowUp, drawn),
				optimistic(getMyDay, (day) => withoutThe(day, params.id, change)),
			];
		},
		onSuccess: (saved, sent) => {
			// The next key may come before the lists are read again: it changes what was just saved.
			const stored = (item: FollowUp) => (item.id === saved.id ? saved : item);
			client.setQueriesData<Listed>({ queryKey: [listFollowUps.id] }, (page) => page && { ...page, items: page.items.map(stored) });
			client.setQueryData(apiQuery(getFollowUp, { params: { id: saved.id } }).queryKey, saved);
			addToast({ text: say(saved, sent) });
		},
		onError: (error) => addToast({ tone: "error", text: `${words.notSaved} ${errorSentence(error)}` }),
	});
}
