import type { Backing, Sealed } from "./backing.ts";
import { hasExpired, makeKeys, nameOf, seal, unseal } from "./sealing.ts";

export type Kept<T> = { id: string; value: T /** When it was put, by this device's clock. */; at: number };
export type Change = { collection: string; id: string /** Absent: deleted. */; value?: unknown };

/**
 * What one person keeps on this device, encrypted (AES-GCM, a key that cannot leave the browser). A collection is a word of the code;
 * the id may be anything (it is not written in clear); the value is what JSON can say.
 * Where the browser keeps nothing, it lasts as long as the page: `isLasting` says so. A full device throws `DeviceFullError`, and keeps what it had.
 */
export type DeviceStore = {
	personId: string;
	isLasting: boolean;
	get<T>(collection: string, id: string): Promise<T | null>;
	/** The oldest first. */
	list<T>(collection: string): Promise<Kept<T>[]>;
	put(collection: string, id: string, value: unknown): Promise<void>;
	delete(collection: string, id: string): Promise<void>;
	/** All of it or nothing. */
	write(changes: readonly Change[]): Promise<void>;
	/** A number greater than any given before, to any tab. */
	next(): Promise<number>;
	/** The API answered this person: their keys live on. */
	touch(): Promise<void>;
	/** Keys and data go. */
	forget(): Promise<void>;
};

/** There is no room left on the device. */
export class DeviceFullError extends Error {
	override name = "DeviceFullError";
}

const asFull = (error: unknown): never => {
	throw error instanceof DOMException && error.name === "QuotaExceededError" ? new DeviceFullError(error.message) : error;
};

/** Whoever has not been answered for 14 days leaves nothing here, whoever opens the application. */
async function sweep(backing: Backing, now: number) {
	const expired = (await backing.keys()).filter((keys) => hasExpired(keys, now));
	for (const { personId } of expired) await backing.forget(personId);
}

/** A contact is written down once an hour: fourteen days need no more. */
const contactEvery = 60 * 60 * 1000;

export async function openStore(backing: Backing, personId: string, now: () => number): Promise<DeviceStore> {
	await sweep(backing, now());
	const known = (await backing.keys()).find((keys) => keys.personId === personId);
	const keys = known ?? (await backing.addKeys(await makeKeys(personId, now())));
	let contactAt = keys.contactAt;
	let last: Promise<unknown> = Promise.resolve();
	/** What each list opened, by its name and its seal: listed again after each write, only what is new is opened. */
	const listed = new Map<string, Map<string, ReturnType<typeof unseal>>>();
	const sealOf = ({ name, iv }: Sealed) => `${name} ${iv.join(".")}`;
	/** One after the other: sealing takes a while, and the latest word must be the one that stays. */
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = last.then(work, work);
		last = turn.catch(() => undefined);
		return turn;
	};

	const write = (changes: readonly Change[]) =>
		inTurn(async () => {
			const puts = await Promise.all(
				changes.filter(({ value }) => value !== undefined).map(({ collection, id, value }) => seal(keys, collection, id, value, now())),
			);
			const deletes = await Promise.all(
				changes
					.filter(({ value }) => value === undefined)
					.map(async ({ collection, id }) => ({ personId, collection, name: await nameOf(keys, collection, id) })),
			);
			await backing.write(puts, deletes).catch(asFull);
		});

	return {
		personId,
		isLasting: backing.isLasting,
		get: async <T>(collection: string, id: string) => {
			await last;
			const found = await backing.get({ personId, collection, name: await nameOf(keys, collection, id) });
			return found ? (((await unseal(keys, found))?.value as T | undefined) ?? null) : null;
		},
		list: async <T>(collection: string) => {
			await last;
			const found = await backing.all(personId, collection);
			const before = listed.get(collection);
			const opening = new Map(found.map((sealed) => [sealOf(sealed), before?.get(sealOf(sealed)) ?? unseal(keys, sealed)]));
			listed.set(collection, opening);
			const opened = await Promise.all(found.map(async (sealed) => ({ at: sealed.at, record: (await opening.get(sealOf(sealed))) ?? null })));
			return opened.flatMap(({ at, record }) => (record ? [{ id: record.id, value: record.value as T, at }] : [])).sort((a, b) => a.at - b.at);
		},
		put: (collection, id, value) => write([{ collection, id, value }]),
		delete: (collection, id) => write([{ collection, id }]),
		write,
		next: () => backing.next().catch(asFull),
		touch: async () => {
			if (Math.abs(now() - contactAt) < contactEvery) return;
			contactAt = now();
			await backing.touch(personId, contactAt);
		},
		forget: () => inTurn(() => backing.forget(personId)),
	};
}
