import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { growWorld } from "../../mocks/world/set-based.sql.ts";
import { readArchiveTables } from "../../src/server/backup/archive.ts";
import { openEmbedded } from "../../src/server/database.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { command } from "../durability/support/command.ts";
import { childOf, pause } from "../durability/support/office.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { createDatabase, dropDatabase } from "../support/postgres.ts";
import { startServer } from "../support/server.ts";
import { loadOfMachine, median } from "./measure.ts";

const peak = "data:text/javascript,process.on('exit',()=>process._rawDebug('peak',process.resourceUsage().maxRSS))";
const megabyte = 1024 * 1024;
const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;

async function restarts(dataDir: string, times: number) {
	const [orderly, killed]: [number[], number[]] = [[], []];
	for (let run = 0; run < times; run++) {
		const started = performance.now();
		const server = await startServer({ dataDir });
		orderly.push(performance.now() - started);
		const fell = performance.now();
		process.kill(childOf(server.pid), "SIGKILL");
		for (let isBack = false; !isBack; await pause(20))
			isBack = await fetch(`${server.url}/api/ready`).then(
				({ ok }) => ok,
				() => false,
			);
		killed.push(performance.now() - fell);
		await server.stop();
	}
	console.log(`  start to first answer                   median ${seconds(median(orderly))}, longest ${seconds(Math.max(...orderly))}`);
	console.log(`  kill -9 to first answer                 median ${seconds(median(killed))}, longest ${seconds(Math.max(...killed))}`);
}

async function sizeOfLines(archive: string) {
	let [bytes, rows] = [0, 0];
	for await (const { batches } of readArchiveTables(archive))
		for await (const lines of batches()) {
			rows += lines.length;
			for (const line of lines) bytes += Buffer.byteLength(line) + 1;
		}
	return { bytes, rows };
}

async function timed(name: string, args: string[], env: Record<string, string>, bytes: () => Promise<number>) {
	const started = performance.now();
	const { code, failed } = await command(args, { ...env, NODE_OPTIONS: `--import=${peak}` });
	const took = performance.now() - started;
	if (code !== 0) throw new Error(`${name}: ${failed}`);
	const rss = Number(/peak (\d+)/.exec(failed)?.[1] ?? Number.NaN) / 1024;
	const size = await bytes();
	console.log(`  ${name.padEnd(39)} ${seconds(took)}, ${(size / megabyte / (took / 1000)).toFixed(1)} MB/s, peak memory ${Math.round(rss)} MB`);
}

/** The embedded database as shipped, on a disk: how long it takes to come back, to be kept and to be put back. */
export async function measureDurable(employers: number, times = 5) {
	const folder = mkdtempSync(join(tmpdir(), "jalon-bench-"));
	const [data, archive] = [join(folder, "data"), join(folder, "bench.tar")];
	try {
		const opened = await openEmbedded(data);
		await loadDemonstration(opened, dayOfMeasure);
		if (employers > 0) await growWorld(opened, employers, dayOfMeasure);
		await opened.close();
		console.log(`\ndurable-${employers}: restart, backup, restore`);
		await restarts(data, times);
		let lines = { bytes: 0, rows: 0 };
		await timed("backup", ["backup", archive], { DATA_DIR: data }, async () => {
			lines = await sizeOfLines(archive);
			return lines.bytes;
		});
		console.log(`  ${lines.rows} rows, ${(lines.bytes / megabyte).toFixed(1)} MB of lines, ${(statSync(archive).size / megabyte).toFixed(1)} MB kept`);
		await timed("restore into a new folder", ["restore", archive], { DATA_DIR: join(folder, "restored") }, async () => lines.bytes);
		const databaseUrl = await createDatabase();
		await timed("restore into PostgreSQL", ["restore", archive], { DATABASE_URL: databaseUrl }, async () => lines.bytes);
		await dropDatabase(databaseUrl);
		console.log(`  ${loadOfMachine()}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
