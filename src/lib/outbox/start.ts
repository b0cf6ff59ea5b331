import type { EndpointDefinition } from "#contract/endpoint.ts";
import { sendMerging } from "../conflict.ts";
import { DeviceFullError } from "../device/store.ts";
import { errorSentence } from "../error-sentence.ts";
import { ApiError, onAnswer } from "../http.ts";
import { queryClient } from "../query-client.ts";
import { useSessionEnd } from "../session-end.ts";
import { text } from "../text.ts";
import { addToast } from "../toasts.ts";
import { wordsNow } from "../words.ts";
import { sessionOf } from "./cached.ts";
import type { Item } from "./item.ts";
import { makeOutbox, type Outbox, type ToWrite } from "./outbox.ts";
import { useOutbox } from "./state.ts";

let current: { personId: string; outbox: Promise<Outbox> } | null = null;

/** The outbox of the person in session: opened once for the page, closed when somebody else comes in. */
export function outboxOf(): Promise<Outbox> | null {
	const personId = sessionOf(queryClient)?.person?.id;
	if (!personId) return null;
	if (current?.personId === personId) return current.outbox;
	closeOutbox();
	const outbox = makeOutbox(queryClient, personId);
	current = { personId, outbox };
	void outbox.then(({ hasWaiting, flush }) => hasWaiting() && void flush());
	return outbox;
}

export function closeOutbox() {
	void current?.outbox.then(({ close }) => close());
	current = null;
}

/** Whenever the API may be there again, what waits is sent. Called once for the page. */
function listen() {
	const soon = () => {
		void outboxOf()?.then(({ hasWaiting, flush }) => hasWaiting() && !useSessionEnd.getState().hasEnded && void flush());
	};
	window.addEventListener("online", soon);
	document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && soon());
	useSessionEnd.subscribe(({ hasEnded }) => !hasEnded && soon());
	onAnswer(() => {
		void current?.outbox.then(({ touch }) => touch());
		// The others' answers tell that it is back; a pass under way tells it by itself.
		if (useOutbox.getState().isReachable) return;
		useOutbox.setState({ isReachable: true });
		soon();
	});
}
listen();

/** « Annuler » of what was said to be kept: it may have been sent since, and is then taken back. */
async function giveUpSaying(outbox: Outbox, item: Item) {
	const { error, restore } = await outbox.giveUp(item);
	if (error) addToast({ tone: "error", text: errorSentence(error) });
	else if (!restore) addToast({ text: wordsNow(text).undone });
}

/** `giveUp`: it waits on the device, and this takes it away again. */
export type Answered = { output: unknown; key: string | null; giveUp: (() => void) | null };

/** A write that may wait. On a device with no room left it goes straight to the API; when neither takes it, nothing says that it is kept. */
export async function writeThroughOutbox(endpoint: EndpointDefinition, toWrite: ToWrite): Promise<Answered> {
	const outbox = await outboxOf();
	try {
		if (outbox) {
			const { output, key, kept } = await outbox.write(endpoint, toWrite);
			return { output, key, giveUp: kept && (() => void giveUpSaying(outbox, kept)) };
		}
	} catch (error) {
		if (!(error instanceof DeviceFullError)) throw error;
		useOutbox.setState({ isFull: true });
		const { input, ifMatch, idempotencyKey, base } = toWrite;
		try {
			const { output, key } = await sendMerging(endpoint, input as never, {
				...(ifMatch === undefined ? {} : { ifMatch }),
				...(idempotencyKey === undefined ? {} : { idempotencyKey }),
				...(base ? { base } : {}),
			});
			return { output, key, giveUp: null };
		} catch (refused) {
			throw refused instanceof ApiError ? refused : error;
		}
	}
	throw new Error("Nobody is signed in: there is nobody to keep it for.");
}
