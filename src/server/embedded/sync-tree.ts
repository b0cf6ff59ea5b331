import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder's entries, or a file's content, on the disk itself. */
export function syncPath(path: string) {
	const descriptor = openSync(path, "r");
	try {
		fsyncSync(descriptor);
	} catch (error) {
		// Windows cannot sync what was opened for reading, nor a folder: its journal keeps the names.
		if (process.platform !== "win32") throw error;
	} finally {
		closeSync(descriptor);
	}
}

/** Every file and every folder below, deepest first, then the folder's own name in its parent. */
export function syncTree(folder: string) {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) syncTree(path);
		else if (entry.isFile()) syncPath(path);
	}
	syncPath(folder);
}

export const syncParent = (path: string) => syncPath(dirname(path));
