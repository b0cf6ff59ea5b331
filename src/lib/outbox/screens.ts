import type { Query, QueryClient } from "@tanstack/react-query";
import { sessionOf, todayOf } from "./cached.ts";
import { endpointNamed, listOf } from "./catalogue.ts";
import { type Item, type Subject, shownRecords } from "./item.ts";
import { type Asked, overlaid } from "./overlay.ts";

/**
 * Lays what waits over what the API answered, in the cache that screens read. What the API said is held beside:
 * a write that is sent, changed or given up leaves no trace of what was drawn for it.
 */
export function makeScreens(client: QueryClient) {
	let waiting: ReturnType<typeof shownRecords> = new Map();
	const said = new WeakMap<Query, { raw: unknown; drawn: unknown }>();
	let isDrawing = false;

	const rawOf = (query: Query) => {
		const known = said.get(query);
		return known && known.drawn === query.state.data ? known.raw : query.state.data;
	};
	function draw(query: Query, raw = rawOf(query), records = waiting): unknown {
		const read = endpointNamed(query.queryKey[0]);
		const personId = sessionOf(client)?.person?.id;
		if (!read || !personId || raw === undefined) return undefined;
		const drawn = overlaid(read, (query.queryKey[1] ?? {}) as Asked, raw, records, { personId, today: todayOf(client) }, listOf);
		if (drawn === query.state.data) return drawn;
		const { isInvalidated } = query.state;
		isDrawing = true;
		// As old as it was: what is drawn over it makes it no fresher.
		client.setQueryData(query.queryKey, drawn, { updatedAt: query.state.dataUpdatedAt });
		if (isInvalidated) query.invalidate();
		isDrawing = false;
		said.set(query, { raw, drawn: query.state.data });
		return query.state.data;
	}
	const all = () =>
		client
			.getQueryCache()
			.getAll()
			.filter(({ state }) => state.data !== undefined);

	const unsubscribe = client.getQueryCache().subscribe((event) => {
		if (isDrawing || waiting.size === 0 || event.type !== "updated" || event.action.type !== "success") return;
		draw(event.query);
	});

	return {
		show(items: readonly Item[]) {
			waiting = shownRecords(items);
			for (const query of all()) if (waiting.size > 0 || said.has(query)) draw(query);
		},
		/** What the API made of it takes the place of what was drawn, until it is read again. */
		acknowledged(subject: Subject, output: unknown) {
			if (typeof output !== "object" || output === null || (output as { id?: unknown }).id !== subject.id) return;
			const isNew = waiting.get(subject.id)?.isNew === true;
			const records = new Map([[subject.id, { subject, shown: output as Record<string, unknown>, isNew }]]);
			for (const query of all()) {
				const read = endpointNamed(query.queryKey[0]);
				const personId = sessionOf(client)?.person?.id;
				if (!read || !personId) continue;
				const before = rawOf(query);
				const raw = overlaid(read, (query.queryKey[1] ?? {}) as Asked, before, records, { personId, today: todayOf(client) }, listOf);
				if (raw !== before) draw(query, raw);
			}
		},
		/** The record that a read asks for and the API does not have yet, or cannot give. */
		instead(operation: string, asked: Asked): unknown {
			const read = endpointNamed(operation);
			const found = read?.path.endsWith("/{id}") ? waiting.get(asked.params?.id ?? "") : undefined;
			if (!read || !found || found.subject.kind !== read.path.split("/")[1]) return undefined;
			// A record known in part is not a page.
			return read.output.safeParse(found.shown).success ? found.shown : undefined;
		},
		stop: unsubscribe,
	};
}
export type Screens = ReturnType<typeof makeScreens>;
