import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StartRefusal } from "../start-refusal.ts";

/** The major version of PostgreSQL that the pinned PGlite carries; a test compares it. Its files are not read by another. */
export const engineMajor = "18";

/** The version that made the folder; null when there is none. */
export function folderMajor(dataDir: string): string | null {
	const file = join(dataDir, "pg", "PG_VERSION");
	return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

export const isOtherEngine = (dataDir: string) => ![null, engineMajor].includes(folderMajor(dataDir));

export function refuseOtherEngine(dataDir: string) {
	if (isOtherEngine(dataDir))
		throw new StartRefusal(
			`The database in ${dataDir} was made by PostgreSQL ${folderMajor(dataDir)}; this Jalon carries PostgreSQL ${engineMajor}. Back it up with the version that made it.`,
		);
}
