import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncParent, syncTree } from "./sync-tree.ts";

/** A whole database that waits to take the place of `pg`: a power cut between the two names loses neither. */
const nextOf = (dataDir: string) => join(dataDir, "pg.next");

/** Ends a swap that was cut. */
export function finishSwap(dataDir: string) {
	const [folder, next] = [join(dataDir, "pg"), nextOf(dataDir)];
	if (!existsSync(next) || existsSync(folder)) return;
	renameSync(next, folder);
	syncParent(folder);
}

/** `made`, complete and closed, becomes the database; the former one is kept beside it and its new name answered. */
export function swapIn(dataDir: string, made: string, suffix: string): string | null {
	const [folder, next] = [join(dataDir, "pg"), nextOf(dataDir)];
	syncTree(made);
	rmSync(next, { recursive: true, force: true });
	renameSync(made, next);
	syncParent(next);
	let former: string | null = null;
	if (existsSync(folder)) {
		former = `${folder}.${suffix}`;
		renameSync(folder, former);
	}
	finishSwap(dataDir);
	return former;
}
