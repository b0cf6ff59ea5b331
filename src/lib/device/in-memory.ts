import type { Change, DeviceStore, Kept } from "./store.ts";

/** For a browser that keeps nothing (private browsing): as long as the page, and nobody else's to read. */
export function openInMemory(personId: string): DeviceStore {
	const records = new Map<string, Kept<unknown> & { collection: string }>();
	let last = 0;
	const nameOf = (collection: string, id: string) => `${collection}\n${id}`;
	const write = async (changes: readonly Change[]) => {
		for (const { collection, id, value } of changes)
			if (value === undefined) records.delete(nameOf(collection, id));
			else records.set(nameOf(collection, id), { collection, id, value: structuredClone(value), at: Date.now() });
	};
	return {
		personId,
		isLasting: false,
		get: async <T>(collection: string, id: string) => (records.get(nameOf(collection, id))?.value as T | undefined) ?? null,
		list: async <T>(collection: string) => [...records.values()].filter((record) => record.collection === collection) as (Kept<T> & { collection: string })[],
		put: (collection, id, value) => write([{ collection, id, value }]),
		delete: (collection, id) => write([{ collection, id }]),
		write,
		next: async () => {
			last += 1;
			return last;
		},
		touch: async () => undefined,
		forget: async () => records.clear(),
	};
}
