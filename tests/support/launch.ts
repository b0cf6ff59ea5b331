import { ended, freePort, startGroup, stopGroup } from "./processes.ts";

export type Launched = {
	/** Without a final slash: `${url}/api/health`. */
	url: string;
	dataDir: string;
	/** Of the parent, leader of its group: the server itself is its child. */
	pid: number;
	/** What the server has printed so far. */
	output: () => string;
	stop: () => Promise<void>;
};

export type Launch = {
	dataDir: string;
	/** With the demonstration region and its people. */
	demo: boolean;
	/** Where one that died stood: its pages find it there. */
	port?: number;
	databaseUrl?: string;
	env?: Record<string, string>;
	/** Milliseconds until `/api/health` must answer 200. */
	patience?: number;
};

/** Starts the server as an operator does, on a free port of the loopback, and waits until it is healthy. */
export async function launchServer({ dataDir, demo, databaseUrl, port: wanted, env, patience = 180_000 }: Launch): Promise<Launched> {
	const port = wanted ?? (await freePort());
	const { DATABASE_URL: _url, JALON_DEMO: _demo, ...inherited } = process.env;
	let log = "";
	const child = startGroup(process.execPath, ["src/server/main.ts"], {
		cwd: new URL("../..", import.meta.url),
		stdio: ["ignore", "pipe", "pipe"],
		env: {
			...inherited,
			PORT: String(port),
			HOST: "127.0.0.1",
			DATA_DIR: dataDir,
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
	const url = `http://127.0.0.1:${port}`;
	const stop = () => stopGroup(child);
	for (const end = Date.now() + patience; Date.now() < end; ) {
		if (ended(child)) throw new Error(`The server stopped before it answered (code ${child.exitCode}):\n${log}`);
		const healthy = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
			(response) => response.status === 200,
			() => false,
		);
		if (healthy) return { url, dataDir, pid: child.pid ?? 0, output: () => log, stop };
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	await stop();
	throw new Error(`The server did not answer 200 on /api/health within ${patience} ms:\n${log}`);
}
