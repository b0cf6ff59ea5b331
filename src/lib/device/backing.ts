/** One person's keys on this device. Neither can be taken out of it: the browser uses them for us and shows them to nobody. */
export type Keys = {
	personId: string;
	sealing: CryptoKey;
	naming: CryptoKey /** When the API last answered this person here, in milliseconds of this device's clock. */;
	contactAt: number;
};

/** A record as it lies on the device: only its person, its collection and its age can be read. */
export type Sealed = { personId: string; collection: string; name: string; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer; at: number };
export type Place = Pick<Sealed, "personId" | "collection" | "name">;

/** Where sealed records lie: IndexedDB, or the memory of the page where there is none. */
export type Backing = {
	/** Whether it survives the page. */
	isLasting: boolean;
	keys(): Promise<Keys[]>;
	/** Keeps these keys unless the person has some already (another tab was quicker); answers those that stand. */
	addKeys(keys: Keys): Promise<Keys>;
	touch(personId: string, contactAt: number): Promise<void>;
	get(place: Place): Promise<Sealed | undefined>;
	all(personId: string, collection: string): Promise<Sealed[]>;
	/** All of it or nothing. */
	write(puts: readonly Sealed[], deletes: readonly Place[]): Promise<void>;
	/** The keys first: what is left would be noise. */
	forget(personId: string): Promise<void>;
	/** Numbers that only grow, the same for all tabs, whatever the clock says. */
	next(): Promise<number>;
};
