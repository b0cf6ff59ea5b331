import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Launch, type Launched, launchServer } from "./launch.ts";
import { copyPrepared } from "./prepared-folders.ts";
import { onExit } from "./processes.ts";

export type RunningServer = Launched;
/** The data folder is kept when given; otherwise it is a temporary one, as the first start leaves it, removed at the end. The demonstration is the default. */
export type ServerOptions = Partial<Launch>;

/** Starts the server as an operator does, on a free port of the loopback, and waits until it is healthy. */
export async function startServer({ demo = true, dataDir, ...options }: ServerOptions = {}): Promise<RunningServer> {
	if (dataDir) return launchServer({ ...options, demo, dataDir });
	const folder = mkdtempSync(join(tmpdir(), "jalon-data-"));
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	onExit(remove);
	try {
		if (!options.databaseUrl) await copyPrepared(demo ? "demonstration" : "empty", folder);
		const server = await launchServer({ ...options, demo, dataDir: folder });
		return { ...server, stop: () => server.stop().finally(remove) };
	} catch (error) {
		remove();
		throw error;
	}
}
