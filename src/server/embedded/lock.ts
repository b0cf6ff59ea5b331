import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartRefusal } from "../start-refusal.ts";

/**
 * One process at a time per folder: PGlite itself would open it twice and lose writes without a word. The lock is the
 * kernel's, on a file that is never written: kill -9 frees it at once, and a stale one cannot exist.
 */
export function lockFolder(dataDir: string): () => void {
	const file = new DatabaseSync(join(dataDir, "lock.db"));
	try {
		file.exec("pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive");
	} catch (error) {
		file.close();
		if (!/locked|busy/i.test(String(error))) throw error;
		throw new StartRefusal(`Another Jalon already uses the folder ${dataDir}. Stop it first, or give this one another DATA_DIR.`);
	}
	return () => file.close();
}
