import type { QueryClient } from "@tanstack/react-query";
import type { EndpointDefinition, EndpointInput } from "#contract/endpoint.ts";
import { ask } from "../conflict.ts";
import { openDevice } from "../device/device.ts";
import { type ApiError, open } from "../http.ts";
import { endSession } from "../session-end.ts";
import { cachedRecord, knownBy } from "./cached.ts";
import { accepts, endpointNamed, kindOf } from "./catalogue.ts";
import { giveUp } from "./giving-up.ts";
import { type Draft, type Input, type Item, shownRecords } from "./item.ts";
import { metBy } from "./meeting.ts";
import { projected } from "./projections.ts";
import { makeQueue, type News, type PassEnd } from "./queue.ts";
import { makeReadAgain } from "./read-again.ts";
import { makeScreens } from "./screens.ts";
import { useOutbox } from "./state.ts";
import { makeAlone, makeChannel } from "./together.ts";

/** Beyond that, nobody is waited for: it is kept, and sent later. */
const patience = 8_000;

export type ToWrite = {
	input: Input;
	ifMatch: number | undefined;
	idempotencyKey: string | undefined;
	base: object | undefined;
	/** What the form knows of the record beside what it sends: names. */
	known: object | undefined;
	settlesItself: boolean | undefined;
	closesItsForm: boolean | undefined;
	/** Milliseconds after which its author is no longer held up: it is on the device. */
	patience: number | undefined;
	touches: readonly string[];
};
export type Written = { output: unknown; key: string; kept: Item | null };

type Waiter = { resolve: (written: Written) => void; reject: (error: Error) => void; settlesItself: boolean };
type Word = { kind: "items" } | { kind: "sent"; news: News };

/** What an acknowledgement says; what cannot be read of it is no reason to send it again. */
async function send(endpoint: EndpointDefinition, { input, key, ifMatch, authorId }: Item): Promise<unknown> {
	const precautions = { idempotencyKey: key, author: authorId, signal: AbortSignal.timeout(patience), ...(ifMatch === null ? {} : { ifMatch }) };
	const response = await open(endpoint, input as EndpointInput<EndpointDefinition>, precautions);
	const answer: unknown = await response.json().catch(() => null);
	return endpoint.output.safeParse(answer).data ?? answer;
}

export async function makeOutbox(client: QueryClient, personId: string) {
	const store = await openDevice(personId);
	const screens = makeScreens(client);
	const waiters = new Map<number, Waiter[]>();
	/** Our own writes, by the version they changed: who still has the old one in hand is brought forward. */
	const forward = new Map<string, number>();
	/** Keys of the writes that are not drawn: the form they would close waits for the answer. */
	const undrawn = new Set<string>();
	let items: readonly Item[] = [];
	const alone = makeAlone(personId);
	const readAgain = makeReadAgain((ids) => {
		for (const id of ids) void client.invalidateQueries({ queryKey: [id] });
	});

	const channel = makeChannel<Word>(`jalon.outbox.${personId}`, (word) => {
		if (word.kind === "sent") hearSent(word.news);
		void queue.refresh();
	});
	const settleWaiters = (seq: number, how: (waiter: Waiter) => void) => {
		for (const waiter of waiters.get(seq) ?? []) how(waiter);
		waiters.delete(seq);
	};
	function hearSent({ seq, key, output, touches, from }: News) {
		const version = (output as { version?: unknown } | null)?.version;
		if (from && typeof version === "number") forward.set(`${from.id} ${from.version}`, version);
		const item = items.find((one) => one.seq === seq);
		items = items.filter((one) => one.seq !== seq);
		useOutbox.setState({ items });
		if (item) screens.acknowledged(item.subject, output);
		const isAwaited = waiters.has(seq);
		settleWaiters(seq, ({ resolve }) => resolve({ output, key, kept: null }));
		// Whoever wrote it reads again by itself.
		if (!isAwaited) readAgain(touches);
	}

	const show = () => screens.show(undrawn.size === 0 ? items : items.filter(({ key }) => !undrawn.has(key)));

	const queue = makeQueue({
		store,
		endpointOf: async (operation) => {
			const endpoint = endpointNamed(operation);
			if (!endpoint) throw new Error(`${operation} is no operation of this version.`);
			return endpoint;
		},
		send,
		merge: metBy,
		alone,
		newKey: () => crypto.randomUUID(),
		onItems: (now) => {
			items = now;
			useOutbox.setState({ items: now, isLasting: store.isLasting });
			if (now.length > 0) localStorage.setItem("jalon.queued", "1");
			else localStorage.removeItem("jalon.queued");
			show();
		},
		onSent: (news) => {
			hearSent(news);
			channel.tell({ kind: "sent", news });
		},
		isReturned: (seq) => waiters.get(seq)?.some(({ settlesItself }) => settlesItself) === true,
		onStopped: (item, error) => {
			if (item.state === "conflict" && document.visibilityState === "visible") {
				void choose(item, error);
				return false;
			}
			const isAwaited = item.state === "refused" && waiters.has(item.seq);
			if (isAwaited) settleWaiters(item.seq, ({ reject }) => reject(error));
			return isAwaited;
		},
	});

	/** The question of the online case; left unanswered, it waits in the queue, or goes back to the form it came from. */
	async function choose(item: Item, error?: ApiError) {
		if (!item.current) return;
		const choices = await ask({ operation: item.operation, current: item.current as { version: number }, clashes: item.clashes });
		if (choices) {
			const theirs = new Set(Object.keys(choices).filter((field) => choices[field] === "theirs"));
			const isAllTheirs = Object.keys((item.input.body ?? {}) as object).every((field) => theirs.has(field));
			await queue.settle(item.seq, theirs);
			if (isAllTheirs) settleWaiters(item.seq, ({ resolve }) => resolve({ output: item.current, key: item.key, kept: null }));
			for (const id of isAllTheirs ? item.touches : []) void client.invalidateQueries({ queryKey: [id] });
			channel.tell({ kind: "items" });
			void flush();
		} else if (error && waiters.has(item.seq)) {
			await queue.remove([item]);
			settleWaiters(item.seq, ({ reject }) => reject(error));
		}
	}

	let failures = 0;
	let timer = 0;
	let next: Promise<PassEnd> | null = null;
	let last: Promise<unknown> = Promise.resolve();
	async function pass(): Promise<PassEnd> {
		next = null;
		clearTimeout(timer);
		if (store.isLasting) channel.tell({ kind: "items" });
		const end = await queue.pass();
		useOutbox.setState({ isReachable: end !== "unreachable" });
		failures = end === "unreachable" ? failures + 1 : 0;
		if (end === "unreachable") timer = window.setTimeout(() => void flush(), Math.min(60_000, 1000 * 2 ** failures) * (0.75 + Math.random() / 2));
		if (end === "ended") endSession();
		channel.tell({ kind: "items" });
		return end;
	}
	/** Sends what waits; who asks while it is being done is answered by the next time. */
	const flush = (): Promise<PassEnd> => {
		next ??= last.then(pass, pass);
		last = next.catch(() => undefined);
		return next;
	};

	function draftOf(endpoint: EndpointDefinition, { input, ifMatch, idempotencyKey, base, known, touches }: ToWrite): Draft {
		const kind = kindOf(endpoint);
		const body = input.body as { id?: string } | undefined;
		const key = idempotencyKey ?? (endpoint.method === "POST" ? body?.id : undefined) ?? crypto.randomUUID();
		const id = input.params?.id ?? body?.id ?? key;
		const isCreation = endpoint.method === "POST" && !input.params?.id;
		const before = isCreation ? null : (shownRecords(items).get(id)?.shown ?? cachedRecord(client, kind, id) ?? (base as Record<string, unknown>) ?? {});
		let version = ifMatch ?? null;
		for (let later = forward.get(`${id} ${version}`); later !== undefined; later = forward.get(`${id} ${version}`)) version = later;
		return {
			key,
			authorId: personId,
			operation: endpoint.id,
			input,
			subject: { kind, id },
			ifMatch: version,
			base: (base as Record<string, unknown> | undefined) ?? null,
			before,
			shown: projected(endpoint.id, input, { ...before, ...known }, knownBy(client, personId)),
			touches,
			keptAt: new Date().toISOString(),
		};
	}

	/** One write: on the device first, then to the API; what it says, or what screens show meanwhile. */
	async function write(endpoint: EndpointDefinition, toWrite: ToWrite): Promise<Written> {
		const draft = draftOf(endpoint, toWrite);
		if (toWrite.closesItsForm) undrawn.add(draft.key);
		// Refused, it goes back to its form and is never drawn.
		const written = await toTheApi(draft, toWrite);
		if (undrawn.delete(draft.key) && written.kept) show();
		return written;
	}
	async function toTheApi(draft: Draft, toWrite: ToWrite): Promise<Written> {
		const item = await queue.add(draft, accepts);
		useOutbox.setState({ isFull: false });
		const kept: Written = { output: item.shown, key: item.key, kept: item };
		if (!navigator.onLine || !useOutbox.getState().isReachable) {
			void flush();
			void navigator.storage?.persist?.();
			return kept;
		}
		const outcome = new Promise<Written>((resolve, reject) =>
			waiters.set(item.seq, [...(waiters.get(item.seq) ?? []), { resolve, reject, settlesItself: toWrite.settlesItself === true }]),
		);
		const isStill = () => items.some(({ seq, state }) => seq === item.seq && state === "waiting");
		const letGo = () => isStill() && settleWaiters(item.seq, ({ resolve }) => resolve(kept));
		const limit = setTimeout(letGo, toWrite.patience ?? patience + 500);
		void flush().then(letGo, letGo);
		return outcome.finally(() => clearTimeout(limit));
	}

	await queue.refresh();
	return {
		personId,
		store,
		write,
		flush,
		choose,
		screens,
		touch: () => store.touch(),
		hasWaiting: () => items.some(({ state }) => state === "waiting"),
		retry: async (item: Item) => {
			await queue.retry(item.seq);
			return flush();
		},
		/** Gives it up; `restore` puts it back where it only waited. */
		giveUp: async (item: Item): Promise<{ error: Error | null; restore: (() => Promise<unknown>) | null }> => {
			const end = await giveUp({ queue, items: () => items, alone }, item);
			channel.tell({ kind: "items" });
			if (end.kind === "undone") for (const id of item.touches) void client.invalidateQueries({ queryKey: [id] });
			if (end.kind !== "discarded") return { error: end.kind === "unknown" ? end.error : null, restore: null };
			const restore = async () => {
				await queue.restore(end.items);
				return flush();
			};
			return { error: null, restore };
		},
		close: () => {
			clearTimeout(timer);
			screens.stop();
			channel.close();
			useOutbox.setState({ items: [] });
		},
	};
}
export type Outbox = Awaited<ReturnType<typeof makeOutbox>>;
