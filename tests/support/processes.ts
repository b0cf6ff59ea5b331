import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/**
 * Everything the tests start is the leader of its own process group, and is written down: whoever ends last
 * (this process, or the test command above it) ends exactly those groups and nothing else.
 */
const running = new Map<number, NodeJS.Signals>();
const ledger = process.env.JALON_TEST_LEDGER;

function write(pid: number, signal: NodeJS.Signals) {
	running.set(pid, signal);
	if (!ledger) return;
	mkdirSync(ledger, { recursive: true });
	writeFileSync(join(ledger, String(pid)), signal);
}

function strike(pid: number) {
	running.delete(pid);
	if (ledger) rmSync(join(ledger, String(pid)), { force: true });
}

/** Ends the group of a process that `startGroup` started; a group that has already gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals) {
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
	}
}

/** `lastSignal` is what ends the group when this process has no time left to ask politely. */
export function startGroup(command: string, args: string[], options: SpawnOptions, lastSignal: NodeJS.Signals = "SIGKILL"): ChildProcess {
	const child = spawn(command, args, { ...options, detached: true });
	const { pid } = child;
	if (pid) {
		write(pid, lastSignal);
		child.once("exit", () => strike(pid));
	}
	return child;
}

export const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Asks the group to stop, insists after `patience` milliseconds, and resolves once its leader has gone. */
export async function stopGroup(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM", patience = 5_000, lastSignal: NodeJS.Signals = "SIGKILL") {
	const { pid } = child;
	if (!pid) return;
	if (!ended(child)) {
		const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
		signalGroup(pid, signal);
		const insist = setTimeout(() => signalGroup(pid, lastSignal), patience);
		await gone;
		clearTimeout(insist);
	}
	// The leader may leave a child behind (a server that supervises another).
	signalGroup(pid, "SIGKILL");
}

/** Ends what another process of this run wrote in the ledger and did not strike out. */
export function endLedger(folder: string) {
	for (const name of readdirSync(folder)) {
		signalGroup(Number(name), readFileSync(join(folder, name), "utf8") as NodeJS.Signals);
		rmSync(join(folder, name), { force: true });
	}
}

const atExit: (() => void)[] = [];
/** Synchronous work for the last instant: removing a temporary folder. */
export const onExit = (work: () => void) => atExit.push(work);

process.on("exit", () => {
	for (const [pid, signal] of running) signalGroup(pid, signal);
	for (const work of atExit) work();
});
for (const [signal, code] of [
	["SIGINT", 130],
	["SIGTERM", 143],
	["SIGHUP", 129],
] as const)
	process.once(signal, () => process.exit(code));

/** A port nobody listens on at this instant; the kernel chooses. */
export const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
		});
	});
