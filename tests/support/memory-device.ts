import type { Backing, Keys, Place, Sealed } from "#lib/device/backing.ts";

const nameOf = ({ personId, collection, name }: Place) => JSON.stringify([personId, collection, name]);

/** A device for tests: as long as the process. */
export function makeMemoryDevice(): Backing {
	const keys = new Map<string, Keys>();
	const records = new Map<string, Sealed>();
	let last = 0;
	return {
		isLasting: true,
		keys: async () => [...keys.values()],
		addKeys: async (added) => {
			const standing = keys.get(added.personId) ?? added;
			keys.set(added.personId, standing);
			return standing;
		},
		touch: async (personId, contactAt) => {
			const known = keys.get(personId);
			if (known) keys.set(personId, { ...known, contactAt });
		},
		get: async (place) => records.get(nameOf(place)),
		all: async (personId, collection) => [...records.values()].filter((record) => record.personId === personId && record.collection === collection),
		write: async (puts, deletes) => {
			for (const record of puts) records.set(nameOf(record), record);
			for (const place of deletes) records.delete(nameOf(place));
		},
		forget: async (personId) => {
			keys.delete(personId);
			for (const [name, record] of records) if (record.personId === personId) records.delete(name);
		},
		next: async () => {
			last += 1;
			return last;
		},
	};
}
