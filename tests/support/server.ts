import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ended, freePort, onExit, startGroup, stopGroup } from "./processes.ts";

export type RunningServer = {
	/** Without a final slash: `${url}/api/health`. */
	url: string;
	dataDir: string;
	/** Of the parent, leader of its group: the server itself is its child. */
	pid: number;
	/** What the server has printed so far. */
	output: () => string;
	stop: () => Promise<void>;
};

export type ServerOptions = {
	/** With the demonstration region and its people (the default). */
	demo?: boolean;
	databaseUrl?: string;
	/** Kept when given; a temporary folder, removed at the end, otherwise. */
	dataDir?: string;
	env?: Record<string, string>;
	/** Milliseconds until `/api/health` must answer 200. */
	patience?: number;
};

/** Starts the server as an operator does, on a free port of the loopback, and waits until it is healthy. */
export async function startServer({ demo = true, databaseUrl, dataDir, env, patience = 180_000 }: ServerOptions = {}): Promise<RunningServer> {
	const port = await freePort();
	const folder = dataDir ?? mkdtempSync(join(tmpdir(), "jalon-data-"));
	const remove = () => {
		if (!dataDir) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	};
	const { DATABASE_URL: _url, JALON_DEMO: _demo, ...inherited } = process.env;
	let log = "";
	const child = startGroup(process.execPath, ["src/server/main.ts"], {
		cwd: new URL("../..", import.meta.url),
		stdio: ["ignore", "pipe", "pipe"],
		env: {
			...inherited,
			PORT: String(port),
			HOST: "127.0.0.1",
			DATA_DIR: folder,
			...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
			...(demo ? { JALON_DEMO: "1" } : {}),
			...env,
		},
	});
	const keep = (chunk: Buffer) => {
		log = (log + chunk).slice(-50_000);
	};
	child.stdout?.on("data", keep);
	child.stderr?.on("data", keep);
	onExit(remove);
	const url = `http://127.0.0.1:${port}`;
	const stop = async () => {
		await stopGroup(child);
		remove();
	};
	for (const end = Date.now() + patience; Date.now() < end; ) {
		if (ended(child)) {
			remove();
			throw new Error(`The server stopped before it answered (code ${child.exitCode}):\n${log}`);
		}
		const healthy = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
			(response) => response.status === 200,
			() => false,
		);
		if (healthy) return { url, dataDir: folder, pid: child.pid ?? 0, output: () => log, stop };
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	await stop();
	throw new Error(`The server did not answer 200 on /api/health within ${patience} ms:\n${log}`);
}
