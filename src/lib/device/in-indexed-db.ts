import { type DBSchema, openDB } from "idb";
import type { Backing, Keys, Place, Sealed } from "./backing.ts";

type Schema = DBSchema & {
	keys: { key: string; value: Keys };
	records: { key: [string, string, string]; value: Sealed };
	numbers: { key: number; value: 0 };
};

const keyOf = ({ personId, collection, name }: Place): [string, string, string] => [personId, collection, name];
/** Everything that begins so: an array sorts after any text. */
const within = (...start: string[]) => IDBKeyRange.bound(start, [...start, []]);

/** IndexedDB, or a refusal where the browser has none. */
export async function openIndexedDb(name = "jalon-device"): Promise<Backing> {
	const db = await openDB<Schema>(name, 1, {
		upgrade(created) {
			created.createObjectStore("keys", { keyPath: "personId" });
			created.createObjectStore("records", { keyPath: ["personId", "collection", "name"] });
			created.createObjectStore("numbers", { autoIncrement: true });
		},
		// A newer version of the application opens it: this page gives way.
		blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
	});
	return {
		isLasting: true,
		keys: () => db.getAll("keys"),
		addKeys: async (keys) => {
			const writing = db.transaction("keys", "readwrite");
			const standing = await writing.store.get(keys.personId);
			if (!standing) await writing.store.put(keys);
			await writing.done;
			return standing ?? keys;
		},
		touch: async (personId, contactAt) => {
			const writing = db.transaction("keys", "readwrite");
			const known = await writing.store.get(personId);
			if (known) await writing.store.put({ ...known, contactAt });
			await writing.done;
		},
		get: (place) => db.get("records", keyOf(place)),
		all: (personId, collection) => db.getAll("records", within(personId, collection)),
		write: async (puts, deletes) => {
			// Strict: what is said to be kept must outlive the battery, not only the page.
			const writing = db.transaction("records", "readwrite", { durability: "strict" });
			const asked = [...puts.map((record) => writing.store.put(record)), ...deletes.map((place) => writing.store.delete(keyOf(place)))];
			await Promise.all([...asked, writing.done]);
		},
		forget: async (personId) => {
			const writing = db.transaction(["keys", "records"], "readwrite");
			await Promise.all([writing.objectStore("keys").delete(personId), writing.objectStore("records").delete(within(personId)), writing.done]);
		},
		next: async () => {
			const writing = db.transaction("numbers", "readwrite");
			const number = await writing.store.add(0);
			await writing.store.delete(number);
			await writing.done;
			return number;
		},
	};
}
