import type { DeviceStore } from "./device/store.ts";
import { useOutbox } from "./outbox/state.ts";
import { queryClient } from "./query-client.ts";
import { sessionQuery } from "./session.ts";

const collection = "drafts";
/** Where drafts were before they were encrypted. */
const formerly = /^jalon\.visit(-log)?\./;

let drafts = new Map<string, unknown>();
let opened: Promise<DeviceStore> | null = null;
/** What is on its way to the device, and how many times. */
const onItsWay = new Map<string, number>();
/** Of each reading of the device under way: what was typed meanwhile, which is newer than what it finds. */
const readings = new Set<Set<string>>();

async function openStore(): Promise<DeviceStore> {
	const { person } = await queryClient.ensureQueryData(sessionQuery);
	if (!person) throw new Error("A draft is somebody's.");
	return (await import("./device/device.ts")).openDevice(person.id);
}

/** What an earlier version kept in clear moves, and leaves nothing behind. */
async function bringOver(store: DeviceStore) {
	for (const name of Object.keys(localStorage).filter((one) => formerly.test(one) && one.includes(store.personId))) {
		await store.put(collection, name, JSON.parse(localStorage.getItem(name) ?? "null"));
		localStorage.removeItem(name);
	}
}

/** For the loader of a page where one writes: what was being typed on this device, read again before the form is drawn. A device that keeps nothing must not keep a page from opening. */
export async function openDrafts(): Promise<null> {
	const newer = new Set(onItsWay.keys());
	readings.add(newer);
	try {
		opened = openStore();
		const store = await opened;
		await bringOver(store);
		const kept = await store.list<unknown>(collection);
		const found = new Map(kept.map(({ id, value }) => [id, value]));
		for (const name of newer) {
			if (drafts.has(name)) found.set(name, drafts.get(name));
			else found.delete(name);
		}
		drafts = found;
	} catch {
		// What the page itself holds is all there is.
	} finally {
		readings.delete(newer);
	}
	return null;
}

/** What is being typed, as it was kept; the page's loader has awaited `openDrafts`. */
export const readDraft = <T>(name: string): T | null => (drafts.get(name) as T | undefined) ?? null;

const written = (name: string, work: (store: DeviceStore) => Promise<void>) => {
	opened ??= openStore();
	onItsWay.set(name, (onItsWay.get(name) ?? 0) + 1);
	for (const newer of readings) newer.add(name);
	// A device that is full must never stop the typing: the page still holds it, and the screen says so.
	const isFull = opened.then(work).then(
		() => false,
		(error: Error) => error.name === "DeviceFullError",
	);
	void isFull.then((now) => {
		const left = (onItsWay.get(name) ?? 1) - 1;
		if (left > 0) onItsWay.set(name, left);
		else onItsWay.delete(name);
		if (now !== useOutbox.getState().isFull) useOutbox.setState({ isFull: now });
	});
};

/** Keeps what is being typed until the API, or the outbox, has it. */
export function keepDraft(name: string, value: unknown): void {
	drafts.set(name, value);
	const copy = structuredClone(value);
	written(name, (store) => store.put(collection, name, copy));
}

export function forgetDraft(name: string): void {
	if (drafts.delete(name)) written(name, (store) => store.delete(collection, name));
}
