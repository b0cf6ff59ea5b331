import { useEffect } from "react";
import type { DeviceStore } from "./device/store.ts";
import { useSession } from "./session.ts";

/** A record that was opened: enough to name it and go back to it. */
export type Recent = { to: string; label: string; detail: string; icon: string };

const collection = "recents";
/** Where they were before they were encrypted. */
const formerly = "jalon.recents.";
const kept = 8;

/** As this page knows them: the palette opens with them. */
let latest: { personId: string; recents: readonly Recent[] } | null = null;
export const recentsNow = (personId: string): readonly Recent[] => (latest?.personId === personId ? latest.recents : []);

let turn: Promise<unknown> = Promise.resolve();
/** One after the other: two pages opened at once are both remembered. */
function inTurn<T>(personId: string, work: (store: DeviceStore) => Promise<T>): Promise<T> {
	const now = turn.then(async () => work(await (await import("./device/device.ts")).openDevice(personId)));
	turn = now.catch(() => undefined);
	return now;
}

const read = async (store: DeviceStore) => (await store.get<Recent[]>(collection, "latest")) ?? [];

/** The latest first, as this device keeps them, encrypted; none where it keeps nothing. */
export const readRecents = (personId: string): Promise<readonly Recent[]> =>
	inTurn(personId, async (store) => {
		latest = { personId, recents: await read(store) };
		return latest.recents;
	}).catch(() => recentsNow(personId));

const remember = (personId: string, opened: Recent) =>
	inTurn(personId, async (store) => {
		localStorage.removeItem(formerly + personId);
		const others = (await read(store)).filter(({ to }) => to !== opened.to);
		latest = { personId, recents: [opened, ...others].slice(0, kept) };
		await store.put(collection, "latest", latest.recents);
	});

/** The page of a record puts it at the top of the person's recents, on this device only. */
export function useRecent(recent: Recent | null) {
	const { person } = useSession();
	const text = recent && JSON.stringify(recent);
	useEffect(() => {
		// A device that is full forgets which page was opened, and nothing else.
		if (text) void remember(person.id, JSON.parse(text) as Recent).catch(() => undefined);
	}, [text, person.id]);
}

/** Whoever signs out leaves no name behind: what the device kept goes with its key. */
export function forgetRecents() {
	latest = null;
	for (const name of Object.keys(localStorage)) if (name.startsWith(formerly)) localStorage.removeItem(name);
}
