import type { Query, QueryClient } from "@tanstack/react-query";
import { inBackground } from "../http.ts";

/** One reading for a flurry of changes. */
const pause = 2_000;
const soon = 250;

/** Figures beside the page, which nobody is typing in. */
const figures: readonly unknown[] = ["getNavigationCounts", "countAlerts", "getDashboard"];

/** Somebody is writing: what they look at does not change under their hands. */
const isWriting = () => document.querySelector("dialog[open], form, textarea") !== null;

/** Reads answers again in place, without a word: not while one writes, nor while a change of one's own is on its way. */
export function makeQuietRefresh(client: QueryClient) {
	const waiting = new Set<Query>();
	let timer = 0;
	let lastAt = 0;

	const plan = (wait: number) => {
		if (timer === 0) timer = window.setTimeout(run, wait);
	};
	const run = () => {
		timer = 0;
		if (client.isMutating() > 0) return plan(soon);
		const ready = [...waiting].filter(({ queryKey }) => figures.includes(queryKey[0]) || !isWriting());
		for (const query of ready) waiting.delete(query);
		if (ready.length > 0) {
			lastAt = Date.now();
			const ids = [...new Set(ready.map(({ queryKey }) => String(queryKey[0])))];
			// The mark of a background read lasts as long as the read.
			void inBackground(ids, () =>
				Promise.all(ready.filter((query) => query.isActive()).map(({ queryKey }) => client.refetchQueries({ queryKey, exact: true }))),
			);
		}
		if (waiting.size > 0) plan(1_000);
	};
	return {
		add(queries: readonly Query[]) {
			for (const query of queries) {
				// Looked at later, it will be read then.
				if (query.isActive()) waiting.add(query);
				query.invalidate();
			}
			if (waiting.size > 0) plan(Math.max(0, lastAt + pause - Date.now()));
		},
		stop() {
			clearTimeout(timer);
			waiting.clear();
		},
	};
}
