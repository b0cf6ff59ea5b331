import type { Backing } from "./backing.ts";
import { openIndexedDb } from "./in-indexed-db.ts";
import { openInMemory } from "./in-memory.ts";
import { type DeviceStore, openStore } from "./store.ts";

let backing: Promise<Backing> | null = null;
const stores = new Map<string, Promise<DeviceStore>>();

/** IndexedDB where it can be opened and keys can be made (a secure page); the memory of the page elsewhere. */
async function open(personId: string): Promise<DeviceStore> {
	try {
		backing ??= openIndexedDb();
		return await openStore(await backing, personId, Date.now);
	} catch {
		backing = null;
		return openInMemory(personId);
	}
}

/**
 * The device store of a person in session; see `DeviceStore`. Fetched when needed (`await import("#lib/device/device.ts")`):
 * it is no part of the first paint.
 */
export function openDevice(personId: string): Promise<DeviceStore> {
	const known = stores.get(personId);
	if (known) return known;
	const opened = open(personId);
	stores.set(personId, opened);
	return opened;
}

/** Somebody signs out: their keys and their data go. */
export async function forgetDevice(personId: string): Promise<void> {
	const store = await openDevice(personId);
	stores.delete(personId);
	await store.forget();
}
