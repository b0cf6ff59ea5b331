import { IdbFs, PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { servingRole } from "#api/caller.ts";
import { type Migration, migrate } from "#api/migrate.ts";
import { parsers } from "#api/parsers.ts";
import type { Scenario } from "../world/world.ts";
import type { HomeOptions, Version } from "./messages.ts";
import { prepareTelling } from "./tell.ts";

const sources = import.meta.glob<string>("../../src/api/sql/migrations/*.sql", { query: "?raw", import: "default", eager: true });
const migrations: Migration[] = Object.entries(sources)
	.map(([path, sql]) => ({ name: path.slice(path.lastIndexOf("/") + 1), sql }))
	.sort((a, b) => (a.name < b.name ? -1 : 1));

/** Writes to IndexedDB when told to: PGlite would compare a thousand files after each statement, reads included, and write on after it was closed. */
class KeptFiles extends IdbFs {
	override async syncToFs() {}
	keep = () => super.syncToFs();
}

export type Stored = {
	pglite: PGlite;
	scenario: Scenario;
	/** Waits until what was written is in IndexedDB. */
	flush(): Promise<void>;
	close(): Promise<void>;
};
type Origin = { scenario: Scenario; version: Version };

const settings = { extensions: { pg_trgm }, parsers } as const;

function stored(pglite: PGlite, scenario: Scenario, files?: KeptFiles): Stored {
	let flushed = Promise.resolve();
	let isClosed = false;
	const flush = () => {
		if (files && !isClosed) flushed = flushed.catch(() => undefined).then(() => pglite.runExclusive(files.keep));
		return flushed;
	};
	const close = async () => {
		isClosed = true;
		await flushed.catch(() => undefined);
		await pglite.close();
	};
	return { pglite, scenario, flush, close };
}

/** PGlite's file system names its IndexedDB database by the folder it mounts. */
const storeOf = (name: string) => `/pglite/${name}`;

/** A store without its first file was cut short while it was being filled. */
function hasStore(name: string): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(storeOf(name));
		opening.onerror = () => reject(opening.error);
		opening.onupgradeneeded = () => opening.transaction?.abort();
		opening.onsuccess = () => {
			const database = opening.result;
			const answer = (found: boolean) => {
				database.close();
				resolve(found);
			};
			if (!database.objectStoreNames.contains("FILE_DATA")) return answer(false);
			const key = database
				.transaction("FILE_DATA")
				.objectStore("FILE_DATA")
				.getKey(`${storeOf(name)}/PG_VERSION`);
			key.onsuccess = () => answer(key.result !== undefined);
			key.onerror = () => answer(false);
		};
	});
}

const dropStore = (name: string) =>
	new Promise<void>((resolve, reject) => {
		const request = indexedDB.deleteDatabase(storeOf(name));
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error);
	});

async function originOf(pglite: PGlite): Promise<Origin> {
	const { rows } = await pglite.query<Origin>("select scenario, version from demonstration.origin");
	if (!rows[0]) throw new Error("These data do not say where they come from.");
	return rows[0];
}

/** A newer Jalon may add migrations, which are then applied; one that was rewritten, or another region, makes the data another's. */
const isSameStory = (stored: Version, current: Version) =>
	stored.world === current.world && Object.entries(stored.migrations).every(([name, hash]) => current.migrations[name] === hash);

async function reopen({ name, version }: HomeOptions): Promise<Stored | null> {
	const files = new KeptFiles(name);
	const pglite = await PGlite.create({ ...settings, fs: files }).catch(async (error) => {
		// An open connection would forbid to delete the store.
		await files.closeFs().catch(() => undefined);
		throw error;
	});
	try {
		const { scenario, version: made } = await originOf(pglite);
		if (isSameStory(made, version)) {
			const applied = await migrate({ exec: (sql) => pglite.exec(sql), query: (sql, parameters) => pglite.query(sql, parameters) }, migrations);
			if (applied.length > 0) await pglite.query("update demonstration.origin set version = $1", [JSON.stringify(version)]);
			await pglite.exec(`set role ${servingRole}`);
			return stored(pglite, scenario, files);
		}
	} catch (error) {
		console.warn("The stored region could not be opened; it is told anew.", error);
	}
	await pglite.close();
	return null;
}

async function create(options: HomeOptions, scenario: Scenario): Promise<Stored> {
	const { loadDataDir, finish } = await prepareTelling(options, scenario);
	const open = async (files?: KeptFiles) => {
		const pglite = await PGlite.create({ ...settings, loadDataDir, ...(files ? { fs: files } : {}) });
		await finish(pglite);
		await pglite.exec(`set role ${servingRole}`);
		const made = stored(pglite, scenario, files);
		// After the first page, which it would hold up: a page closed before finds no store and is told the region again.
		setTimeout(() => made.flush().catch((error: unknown) => console.warn(error)), 2000);
		return made;
	};
	if (options.storage === "memory") return open();
	try {
		await dropStore(options.name);
		return await open(new KeptFiles(options.name));
	} catch (error) {
		console.warn("This browser keeps nothing here; what is written lasts as long as the page.", error);
		return open();
	}
}

/** The stored region if it still fits the code, else a new one; `scenario` asks for a new one. */
export async function openStored(options: HomeOptions, scenario: Scenario | null): Promise<Stored> {
	if (scenario === null && options.storage === "indexedDB" && (await hasStore(options.name).catch(() => false))) {
		const kept = await reopen(options).catch(() => null);
		if (kept) return kept;
	}
	return create(options, scenario ?? "region");
}
