import type { EndpointDefinition } from "#contract/endpoint.ts";
import { currentOf } from "../conflict.ts";
import type { DeviceStore } from "../device/store.ts";
import { ApiError } from "../http.ts";
import type { Clash } from "../merge.ts";
import { type Draft, type Item, placed, sendable } from "./item.ts";
import { chosen } from "./meeting.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** What became of a write, told to whoever waits for it and to the other tabs. */
export type News = { seq: number; key: string; output: unknown; touches: readonly string[]; from: { id: string; version: number } | null };

export type QueuePorts = {
	store: DeviceStore;
	endpointOf(operation: string): Promise<EndpointDefinition>;
	send(endpoint: EndpointDefinition, item: Item): Promise<unknown>;
	/** Of a change that met somebody else's: what to send on their version, and what its author must choose. */
	merge(endpoint: EndpointDefinition, item: Item, current: Record<string, unknown>): { body: Record<string, unknown> | null; clashes: Clash[] };
	/** Runs work that no other tab may run at the same time. */
	alone<T>(lock: "send" | "write", work: () => Promise<T>): Promise<T>;
	newKey(): string;
	/** The queue as it stands, after each change of it. */
	onItems(items: readonly Item[]): void;
	onSent(news: News): void;
	/** Whoever wrote it is there, and settles by itself that somebody saved first. */
	isReturned(seq: number): boolean;
	/** A write needs its author; true when it has been shown already, and nothing needs to be kept of it. */
	onStopped(item: Item, error: ApiError): boolean;
};

const collection = "outbox";
const acknowledged = "acknowledged";
const idOf = (seq: number) => String(seq).padStart(12, "0");
const mostFailing = 3;
const bySeq = (a: Item, b: Item) => a.seq - b.seq;

/** What left and was not answered may be there; what was refused, or met somebody else's, is not. */
export const hasLeft = ({ tries, state }: Pick<Item, "tries" | "state">) => tries > 0 && state === "waiting";

/** What a pass came to: everything that could leave has left, or why not. */
export type PassEnd = "done" | "unreachable" | "ended";

/** The writes of one person that wait on one device: ordered, each with its key, changed by one tab at a time. */
export function makeQueue({ store, endpointOf, send, merge, alone, newKey, onItems, onSent, isReturned, onStopped }: QueuePorts) {
	const list = async () => (await store.list<Item>(collection)).map(({ value }) => value).sort(bySeq);
	const refresh = async () => {
		const items = await list();
		onItems(items);
		return items;
	};
	const put = (item: Item) => ({ collection, id: idOf(item.seq), value: item });
	const gone = ({ seq }: Pick<Item, "seq">) => ({ collection, id: idOf(seq) });
	const read = (seq: number) => store.get<Item>(collection, idOf(seq));

	/** Kept on the device: from here on it is not lost. */
	const add = (draft: Draft, accepts: (operation: string, body: unknown) => boolean): Promise<Item> =>
		alone("write", async () => {
			const seq = await store.next();
			const before = await list();
			const item = placed(before, draft, seq, accepts);
			await store.write([put(item)]);
			// Nobody else may write meanwhile: what stands is known without opening it all again.
			onItems([...before.filter((one) => one.seq !== item.seq), item].sort(bySeq));
			return item;
		});

	/** Marked before it leaves: what has left is no longer changed. */
	const depart = (seq: number): Promise<Item | null> =>
		alone("write", async () => {
			const item = await read(seq);
			if (item?.state !== "waiting") return null;
			const version = item.after === null ? null : await store.get<number>(acknowledged, idOf(item.after));
			const leaving: Item = { ...item, tries: item.tries + 1, after: null, ifMatch: item.ifMatch === null ? null : (version ?? item.ifMatch) };
			await store.write([put(leaving), ...(item.after === null ? [] : [{ collection: acknowledged, id: idOf(item.after) }])]);
			return leaving;
		});

	async function acknowledge(item: Item, output: unknown) {
		const version = (output as { version?: unknown } | null)?.version;
		await alone("write", () =>
			store.write([gone(item), ...(typeof version === "number" ? [{ collection: acknowledged, id: idOf(item.seq), value: version }] : [])]),
		);
		onSent({
			seq: item.seq,
			key: item.key,
			output,
			touches: item.touches,
			from: item.ifMatch === null ? null : { id: item.subject.id, version: item.ifMatch },
		});
	}

	const stop = async (item: Item, error: ApiError, stopped: Item) => {
		if (onStopped(stopped, error)) await alone("write", () => store.write([gone(item)]));
		else await alone("write", () => store.write([put(stopped)]));
		await refresh();
	};

	/** Their version with what is mine on it; what clashes waits for its author. */
	async function meet(endpoint: EndpointDefinition, item: Item, error: ApiError) {
		const current = currentOf(error);
		if (!current) return;
		if (isReturned(item.seq)) return stop(item, error, { ...item, state: "refused", current });
		const { body, clashes } = merge(endpoint, item, current);
		if (body === null || clashes.length > 0) {
			const refusal = { code: error.problem.code, title: error.message, errors: [] };
			return stop(item, error, {
				...item,
				state: body === null ? "refused" : "conflict",
				refusal,
				current,
				clashes,
				input: { ...item.input, body: body ?? item.input.body },
			});
		}
		// Another body is another write: under another key.
		await alone("write", () => store.write([put({ ...item, key: newKey(), input: { ...item.input, body }, base: current, ifMatch: current.version })]));
	}

	async function sendOne(item: Item): Promise<Verdict | "sent"> {
		const endpoint = await endpointOf(item.operation);
		try {
			await acknowledge(item, await send(endpoint, item));
			return "sent";
		} catch (error) {
			const verdict = verdictOf(error);
			if (verdict === "conflict" && error instanceof ApiError) await meet(endpoint, item, error);
			if (verdict === "refused" && error instanceof ApiError) {
				const { code, errors = [] } = error.problem;
				const refusal = { code, title: error.message, errors: errors.map(({ path, message }) => ({ path, message })) };
				await stop(item, error, { ...item, state: "refused", refusal });
			}
			return verdict;
		}
	}

	/** Everything that may leave, in order, until nothing is left or nobody answers. */
	const pass = (): Promise<PassEnd> =>
		alone("send", async () => {
			const failing = new Set<string>();
			for (;;) {
				const waiting = sendable(await refresh()).filter(({ subject }) => !failing.has(subject.id));
				if (waiting.length === 0) return failing.size > 0 ? "unreachable" : "done";
				for (const { seq, subject } of waiting) {
					if (failing.has(subject.id)) continue;
					const item = await depart(seq);
					if (!item) continue;
					const verdict = await sendOne(item);
					if (verdict === "unreachable" || verdict === "ended") {
						await refresh();
						return verdict;
					}
					if (verdict === "failing") failing.add(subject.id);
					// One bad write must not hold the others; an API that fails on several is ill, and is left in peace.
					if (failing.size >= mostFailing) {
						await refresh();
						return "unreachable";
					}
					// A record stopped or to be sent again: its later writes are looked at in the next round.
					if (verdict !== "sent") break;
				}
			}
		});

	const change = (seq: number, to: (item: Item) => Item) =>
		alone("write", async () => {
			const item = await read(seq);
			if (item) await store.write([put(to(item))]);
			await refresh();
		});

	return {
		refresh,
		add,
		pass,
		/** Once more, as it is; on the version that stands when it was refused for its version. */
		retry: (seq: number) =>
			change(seq, (item) => ({
				...item,
				state: "waiting",
				refusal: null,
				...(item.current ? { ifMatch: item.current.version as number, key: newKey(), current: null } : {}),
			})),
		/** Chosen, field by field: nothing left of mine is nothing to send. */
		settle: (seq: number, theirs: ReadonlySet<string>) =>
			alone("write", async () => {
				const item = await read(seq);
				if (!item?.current) return;
				const { current } = item;
				const body = chosen((item.input.body ?? {}) as Record<string, unknown>, theirs, current);
				const settled: Item = {
					...item,
					key: newKey(),
					input: { ...item.input, body },
					base: current,
					ifMatch: current.version as number,
					state: "waiting",
					refusal: null,
					current: null,
					clashes: [],
				};
				await store.write([
					Object.keys(body).length === 0 ? gone(item) : put(settled),
					...(Object.keys(body).length === 0 ? [{ collection: acknowledged, id: idOf(seq), value: current.version }] : []),
				]);
				await refresh();
			}),
		/** Taken off, unless one has left meanwhile and may have arrived: false, and all stay. */
		discard: (items: readonly Item[]) =>
			alone("write", async () => {
				const now = await Promise.all(items.map(({ seq }) => read(seq)));
				if (now.some((item) => item === null || hasLeft(item))) return false;
				await store.write(items.map(gone));
				await refresh();
				return true;
			}),
		/** Taken off for good, by whoever knows that it was taken back, or never arrived. */
		remove: (items: readonly Item[]) =>
			alone("write", async () => {
				await store.write(items.map(gone));
				await refresh();
			}),
		restore: (items: readonly Item[]) =>
			alone("write", async () => {
				await store.write(items.map(put));
				await refresh();
			}),
	};
}
export type Queue = ReturnType<typeof makeQueue>;
