import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onExit, signalGroup } from "../../support/processes.ts";
import { startServer } from "../../support/server.ts";
import { childOf, Office, pause, writeWithoutRest } from "./office.ts";
import { afterPowerCut, type Survival } from "./power-cut.ts";

const recorder = join(import.meta.dirname, "recorder.ts");

export function scratch(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `jalon-${name}-`));
	onExit(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const between = (least: number, most: number) => least + Math.random() * (most - least);

/** A server in `data` whose disk is recorded, written to for a moment, and cut: answers what was acknowledged, and where the recording is. */
async function writeUntilCut(data: string, before: string, log: string) {
	rmSync(before, { recursive: true, force: true });
	cpSync(data, before, { recursive: true });
	rmSync(log, { force: true });
	const server = await startServer({
		dataDir: data,
		env: { JALON_DISK_ROOT: data, JALON_DISK_LOG: log, NODE_OPTIONS: `--import=${recorder}` },
	});
	const office = await new Office(server.url).signIn();
	const writing = writeWithoutRest(office);
	for (let waited = 0; writing.acknowledged.size === 0 && waited < 120_000; waited += 50) await pause(50);
	await pause(between(300, 1500));
	signalGroup(server.pid, "SIGKILL");
	await writing.stop();
	await server.stop();
	return writing;
}

export type PowerCuts = { rounds: number; acknowledged: number; lost: string[]; unopenable: number };

/** Power cuts one after the other on one folder, from the very first start: what each round acknowledged must be there at the end of the next. */
export async function cutPower(rounds: number, survivals: Survival[], onRound?: (log: string, round: number) => void): Promise<PowerCuts> {
	const base = scratch("cut");
	const [data, before, log] = [join(base, "data"), join(base, "before"), join(base, "disk.log")];
	mkdirSync(data);
	const all = new Set<string>();
	const lost: string[] = [];
	for (let round = 0; round < rounds; round++) {
		const { acknowledged, refused } = await writeUntilCut(data, before, log);
		onRound?.(log, round);
		for (const id of acknowledged) all.add(id);
		lost.push(...refused.map((line) => `refused ${line}`));
		afterPowerCut({ before, log, into: data, survival: survivals[round % survivals.length] ?? "none", seed: round + 1 });
		const server = await startServer({ dataDir: data }).catch((error: unknown) => String(error));
		if (typeof server === "string") return { rounds: round + 1, acknowledged: all.size, lost: [...lost, server.slice(0, 2000)], unopenable: 1 };
		const office = await new Office(server.url).signIn();
		lost.push(...(await office.missing(round === rounds - 1 ? all : acknowledged)));
		await server.stop();
	}
	return { rounds, acknowledged: all.size, lost, unopenable: 0 };
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** kill -9 of the server at any moment while people write; the parent starts it again, people insist. */
export async function killRepeatedly(
	rounds: number,
	dataDir?: string,
): Promise<{ acknowledged: number; documents: number; lost: string[]; restarts: number[] }> {
	const server = await startServer(dataDir ? { dataDir } : {});
	const office = await new Office(server.url).signIn();
	const writing = writeWithoutRest(office, { withDocuments: true });
	const restarts: number[] = [];
	for (let round = 0; round < rounds; round++) {
		await pause(between(50, 900));
		const victim = childOf(server.pid);
		process.kill(victim, "SIGKILL");
		const at = performance.now();
		// What it acknowledged before it fell may still be on its way: only what comes later was said by the one that was started again.
		while (isAlive(victim)) await pause(5);
		await pause(100);
		const known = writing.acknowledged.size;
		while (writing.acknowledged.size === known && performance.now() - at < 60_000) await pause(20);
		restarts.push(performance.now() - at);
	}
	await writing.stop();
	const lost = [...writing.refused, ...(await office.missing(writing.acknowledged)), ...(await office.missingDocuments(writing.documents))];
	await server.stop();
	return { acknowledged: writing.acknowledged.size, documents: writing.documents.size, lost, restarts };
}
