import type { Query, QueryCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import type { EndpointOutput } from "#contract/endpoint.ts";
import { listChanges, streamChanges } from "#contract/journal.ts";
import { apiBase } from "../config.ts";
import { ApiError, call, wasSentHere } from "../http.ts";
import { endSession } from "../session-end.ts";
import { type Concern, concernOf, isTouched } from "./concerns.ts";
import { readEvents } from "./event-stream.ts";
import { addNews, dropNews, recordOfList, setFollowing } from "./news.ts";
import { makeQuietRefresh } from "./refresh.ts";
import { relevantTo } from "./relevance.ts";

type Change = EndpointOutput<typeof listChanges>["items"][number];

const pollEvery = 15_000;
/** A tab that nobody looks at keeps no connection (a browser has six of them for a site) and asks nothing; it catches up when it is looked at. */
const hiddenFor = 10_000;
const longestWait = 30_000;
/** What may have been written while the page was loading. */
const lookBack = 200;
const granularity = 2_000;

const wait = (milliseconds: number, signal: AbortSignal) =>
	new Promise<void>((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		});
	});

/** Colleagues' changes, from now until the returned function is called: announced above the lists, read again everywhere else. */
export function followChanges(client: QueryClient, { me, canStream }: { me: string; canStream: boolean }): () => void {
	const over = new AbortController();
	const quiet = makeQuietRefresh(client);
	let since: number | null = null;
	let hasStream = canStream;
	let stream: AbortController | null = null;
	let isHeard = false;
	let hiding = 0;

	function hear(changes: readonly Change[]) {
		const heardAt = Date.now();
		// This tab has read again what it wrote; what one wrote elsewhere is one's own doing, and waits for nothing.
		const elsewhere = changes.filter(({ batchId }) => !(batchId && wasSentHere(batchId)));
		const concernsOf = (those: readonly Change[]) => those.flatMap((change) => concernOf(change) ?? []);
		const mine = concernsOf(elsewhere.filter(({ actorId }) => actorId === me));
		const theirs = concernsOf(elsewhere.filter(({ actorId }) => actorId !== me));
		const isHeld = (query: Query) => query.meta?.held !== undefined && query.isActive();
		const touched = (concerns: readonly Concern[]) => client.getQueryCache().findAll({ predicate: (query) => isTouched(query, concerns) });
		const held = touched(theirs).filter(isHeld);
		quiet.add([...touched(mine), ...touched(theirs).filter((query) => !held.includes(query))]);
		// Not read again where it stands, but when one comes back to it.
		for (const query of held) query.invalidate();
		for (const [record, concerns] of Map.groupBy(theirs, ({ record }) => record)) {
			if (record === "document" || record === "missionRegistration" || record === "immigrationLine" || record === "person" || record === "setting") continue;
			const list = held.find(({ meta, queryKey }) => meta?.held === "rows" && recordOfList(queryKey[0]) === record);
			void relevantTo(list, [...new Set(concerns.map(({ id }) => id))]).then((ids) => {
				if (ids.length > 0 && !over.signal.aborted) addNews(record, ids, heardAt);
			});
		}
	}

	const read = (query: { since?: string; limit?: number }, onResponse?: (response: Response) => void) =>
		call(listChanges, { query }, { signal: over.signal, ...(onResponse ? { onResponse } : {}) });

	/** Where the journal stands, and what was written between the page's first reads and now, by the clock of who answers. */
	async function begin() {
		let at = Date.now();
		const { next } = await read({}, (response) => {
			at = Date.parse(response.headers.get("date") ?? "") || at;
		});
		const from = at - performance.now() - granularity;
		const { items } = await read({ since: String(Math.max(0, next - lookBack)) });
		since = next;
		hear(items.filter(({ seq, recordedAt }) => seq <= next && Date.parse(recordedAt) >= from));
	}

	async function readOn() {
		if (since === null) await begin();
		for (let more = true; more && since !== null; ) {
			const page: EndpointOutput<typeof listChanges> = await read({ since: String(since) });
			// An older journal than the one we followed: another database stands there now.
			if (page.next < since) void client.invalidateQueries();
			else hear(page.items);
			since = page.next;
			more = page.more;
		}
		setFollowing(true);
	}

	let reading: Promise<void> | null = null;
	let isAsked = false;
	/** One reading at a time; what is asked meanwhile is one more. */
	function catchUp(): Promise<void> {
		isAsked = true;
		reading ??= (async () => {
			while (isAsked && !over.signal.aborted) {
				isAsked = false;
				try {
					await readOn();
				} catch (error) {
					setFollowing(false);
					if (!(error instanceof ApiError)) return;
					if (error.problem.status === 401) endSession();
					// Neither stream nor feed here: one works as before, with what one asks for.
					if (error.problem.status < 500) stop();
					return;
				}
			}
		})().finally(() => {
			reading = null;
		});
		return reading;
	}

	async function listen(signal: AbortSignal) {
		for (let failures = 0; hasStream && !signal.aborted; ) {
			const end = await readEvents(`${apiBase()}${streamChanges.path}${since === null ? "" : `?since=${since}`}`, {
				signal,
				onWord: () => {
					isHeard = true;
					failures = 0;
				},
				onEvent: (data) => {
					const { success, data: event } = streamChanges.output.safeParse(JSON.parse(data));
					// Not all at the same instant: a hundred colleagues hear the same word.
					if (success && event.seq !== since) void wait(Math.random() * 200, signal).then(catchUp);
				},
			});
			isHeard = false;
			if (signal.aborted) return;
			if (end === "notSignedIn") {
				endSession();
				return stop();
			}
			failures += 1;
			if (end === "absent" || (end === "silent" && failures > 1)) hasStream = false;
			await wait(Math.min(longestWait, 500 * 2 ** failures) * (0.5 + Math.random()), signal);
			if (!signal.aborted) await catchUp();
		}
	}

	function begun() {
		void catchUp();
		if (!hasStream || stream) return;
		stream = new AbortController();
		void listen(AbortSignal.any([stream.signal, over.signal]));
	}
	function rest() {
		stream?.abort();
		stream = null;
		isHeard = false;
	}
	function onVisibility() {
		clearTimeout(hiding);
		if (document.hidden) hiding = window.setTimeout(rest, hiddenFor);
		else begun();
	}

	/** A list that was read holds what was heard before it was asked. */
	const askedAt = new WeakMap<Query, number>();
	function onCache(event: QueryCacheNotifyEvent) {
		if (event.type !== "updated" || event.query.meta?.held !== "rows") return;
		const { query, action } = event;
		if (action.type === "fetch") askedAt.set(query, Date.now());
		const record = recordOfList(query.queryKey[0]);
		if (action.type === "success" && !action.manual && record) dropNews(record, askedAt.get(query) ?? 0);
	}

	const polling = setInterval(() => {
		if (!document.hidden && !isHeard) void catchUp();
	}, pollEvery);
	const unsubscribe = client.getQueryCache().subscribe(onCache);
	document.addEventListener("visibilitychange", onVisibility);
	window.addEventListener("online", begun);

	function stop() {
		over.abort();
		quiet.stop();
		unsubscribe();
		clearInterval(polling);
		clearTimeout(hiding);
		document.removeEventListener("visibilitychange", onVisibility);
		window.removeEventListener("online", begun);
		setFollowing(false);
	}
	if (!document.hidden) begun();
	return stop;
}
