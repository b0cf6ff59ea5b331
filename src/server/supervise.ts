import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { refusalExitCode } from "./start-refusal.ts";

const main = join(import.meta.dirname, "main.ts");
const patience = 15_000;
/** A server that never answered is not a server that fell: a few tries, then its fault is shown and left. */
const firstTries = 3;
const longestWait = 5_000;

/** What a request leaves behind goes sooner: by itself, Node lets 130 MB of it stand before it looks. It can only be said as a process begins. */
const youngHeap = "--max-semi-space-size=8";

/** Is this process the server itself, started by the parent below? */
export const isSupervised = () => process.env.JALON_PARENT === String(process.ppid);

/**
 * The parent: starts the server, and starts it again when it falls (kill -9, the engine that gave up on a full disk).
 * It opens nothing and holds nothing: the folder's lock is the server's, so that an orphan cannot share it.
 */
export function supervise(): void {
	let child: ChildProcess | undefined;
	let isStopping = false;
	let hasAnswered = false;
	let falls = 0;

	const start = () => {
		let isReady = false;
		child = spawn(process.execPath, [...process.execArgv, youngHeap, "--disable-warning=ExperimentalWarning", main, ...process.argv.slice(2)], {
			stdio: ["inherit", "inherit", "inherit", "ipc"],
			env: { ...process.env, JALON_PARENT: String(process.pid) },
		});
		child.once("message", () => {
			isReady = true;
			hasAnswered = true;
		});
		child.once("exit", (code, signal) => {
			if (isStopping || code === 0) process.exit(code ?? 0);
			if (code === refusalExitCode) process.exit(1);
			falls = isReady ? 1 : falls + 1;
			if (!hasAnswered && falls >= firstTries) process.exit(code ?? 1);
			const wait = isReady ? 0 : Math.min(longestWait, 250 * 2 ** falls);
			console.error(`Jalon stopped unexpectedly (${signal ?? `code ${code}`}): starting again${wait ? ` in ${wait} ms` : ""}.`);
			setTimeout(() => !isStopping && start(), wait);
		});
	};

	const stop = (signal: NodeJS.Signals) => {
		if (isStopping) return;
		isStopping = true;
		if (!child || child.exitCode !== null || child.signalCode !== null) process.exit(0);
		child.kill(signal);
		setTimeout(() => child?.kill("SIGKILL"), patience).unref();
	};
	process.on("SIGINT", stop);
	process.on("SIGTERM", stop);
	start();
}
