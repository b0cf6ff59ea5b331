import type { QueryClient } from "@tanstack/react-query";
import type { DeviceStore } from "../device/store.ts";
import { heardReads } from "../http.ts";
import { wasSignedIn } from "../signed-in.ts";
import { useContact } from "./contact.ts";
import { watchGestures } from "./give-way.ts";
import { collections, nameOfAnswer, writeHolder } from "./kept.ts";
import { portfolioReadAt, readPortfolio } from "./portfolio.ts";

/** One writing for a flurry of answers. */
const pause = 1_500;
/** What somebody writes meanwhile waits for a few of them, not for all. */
const atOnce = 4;
/** Enough for what one looked at in a month; the oldest give way. */
const most = 400;
/** What one's colleagues write reaches the device this soon, while the application is open. */
const readAgainAfter = 15 * 60_000;

/** Of no use without the network, kept with the portfolio, or nobody's to keep: what is typed in a search, who may come in, what only administers. */
const passing =
	/^(search|listChanges|listSessionPeople|listMyPortfolio|listHistory|getVersion|listRedactions|listOccupations|getOccupationCatalogue|getHealth|getSetup|listOwnSessions|(list|get|count)(AccountEvent|People|Person|Import|FailedImport|HandOver|StageSetting|FirstSteps|IndicatorRow|Portfolio))/;
const isKept = (id: string, input: unknown) => !passing.test(id) && !(input as { query?: { q?: string } } | undefined)?.query?.q;

type Index = Record<string, number>;

/**
 * Keeps on the device what this person reads, as it is read, and their portfolio in the background. Returns how to stop.
 * What screens show of a write before the API has answered is kept too: it is put back in the same way if it is refused.
 */
export function keepReads(client: QueryClient, store: DeviceStore): () => void {
	const over = new AbortController();
	const waiting = new Map<string, unknown>();
	let timer = 0;

	async function write() {
		timer = 0;
		if (!wasSignedIn() || over.signal.aborted) return;
		const at = Date.now();
		const answers = [...waiting];
		waiting.clear();
		const index = (await store.get<Index>(collections.lists, "answers")) ?? {};
		for (const [name] of answers) index[name] = at;
		const oldest = Object.entries(index).sort(([, a], [, b]) => b - a);
		const leaving = oldest.slice(most).map(([name]) => name);
		for (const name of leaving) delete index[name];
		await store.write([
			...leaving.map((name) => ({ collection: collections.answers, id: name })),
			{ collection: collections.lists, id: "answers", value: index },
		]);
		for (let from = 0; from < answers.length; from += atOnce)
			await store.write(answers.slice(from, from + atOnce).map(([name, data]) => ({ collection: collections.answers, id: name, value: { at, data } })));
	}
	function keep(id: unknown, input: unknown, data: unknown) {
		if (typeof id !== "string" || data === undefined || !isKept(id, input)) return;
		waiting.set(nameOfAnswer(id, input), data);
		// A device that is full keeps what it had.
		if (timer === 0) timer = window.setTimeout(() => void write().catch(() => undefined), pause);
	}
	function hear(id: string, input: unknown, data: unknown) {
		writeHolder({ personId: store.personId, contactAt: Date.now() });
		void store.touch();
		if (useContact.getState().lostSince !== null) {
			useContact.setState({ lostSince: null });
			void client.invalidateQueries();
		}
		keep(id, input, data);
	}

	let isReading = false;
	async function catchUp() {
		if (isReading || document.hidden || !navigator.onLine || !wasSignedIn() || Date.now() - (await portfolioReadAt(store)) < readAgainAfter) return;
		isReading = true;
		await readPortfolio(store, store.personId, over.signal)
			.catch(() => undefined)
			.finally(() => {
				isReading = false;
			});
	}

	// What was read before this was fetched, then each answer, then what a write shows meanwhile.
	// Without the API, all of it came from here, and is no newer.
	if (useContact.getState().lostSince === null) {
		for (const { queryKey, state } of client.getQueryCache().getAll()) keep(queryKey[0], queryKey[1], state.data);
		// At once: who opens Jalon and leaves finds its frame again without a network.
		clearTimeout(timer);
		void write().catch(() => undefined);
	}
	const stopHearing = heardReads(hear);
	const unsubscribe = client.getQueryCache().subscribe((event) => {
		if (event.type === "updated" && event.action.type === "success" && event.action.manual)
			keep(event.query.queryKey[0], event.query.queryKey[1], event.action.data);
	});
	const onBack = () => {
		if (useContact.getState().lostSince !== null) void client.invalidateQueries();
		void catchUp();
	};
	const again = window.setInterval(() => void catchUp(), readAgainAfter / 5);
	window.addEventListener("online", onBack, { signal: over.signal });
	document.addEventListener("visibilitychange", () => void catchUp(), { signal: over.signal });
	writeHolder({ personId: store.personId, contactAt: Date.now() });
	watchGestures(over.signal);
	void catchUp();
	return () => {
		over.abort();
		clearTimeout(timer);
		clearInterval(again);
		stopHearing();
		unsubscribe();
	};
}
