import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { parsers } from "#api/parsers.ts";
import { DurableNodeFS, durableStart, type FolderEvents } from "./durable-node-fs.ts";
import { finishSwap } from "./folder-swap.ts";
import { syncParent, syncTree } from "./sync-tree.ts";

export const engineOptions = { extensions: { pg_trgm }, parsers };

/** Made aside, synced whole, then named: a power cut during the first start leaves either a good database or none. */
async function createFolder(folder: string) {
	const aside = `${folder}.tmp`;
	rmSync(aside, { recursive: true, force: true });
	const pglite = await PGlite.create({ ...engineOptions, dataDir: aside });
	await pglite.close();
	syncTree(aside);
	renameSync(aside, folder);
	syncParent(folder);
}

/** The embedded database in `DATA_DIR/pg`: what it acknowledges is on the disk. */
export async function openFolder(dataDir: string, events: FolderEvents = {}): Promise<PGlite> {
	mkdirSync(dataDir, { recursive: true });
	finishSwap(dataDir);
	const folder = join(dataDir, "pg");
	if (!existsSync(folder)) await createFolder(folder);
	let engine: PGlite | undefined;
	const onAbort = () => {
		// An engine that gave up does not answer « rollback »: it spins, and the whole process with it.
		if (engine) {
			engine.execProtocolRawSync = () => {
				throw new Error("the database engine gave up");
			};
		}
		events.onAbort?.();
	};
	const fs = new DurableNodeFS(folder, { ...events, onAbort });
	engine = await PGlite.create({ ...engineOptions, fs, startParams: durableStart(PGlite.defaultStartParams) });
	return engine;
}
