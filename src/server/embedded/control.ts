import { createHash } from "node:crypto";
import { chmodSync, existsSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A local door beside the folder, for who may read the folder: the running server hands out a copy of its files. */
function addressOf(dataDir: string): string {
	const hash = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
	if (process.platform === "win32") return `\\\\.\\pipe\\jalon-${hash}`;
	const beside = resolve(dataDir, "control.sock");
	// The name of a socket holds about a hundred bytes.
	return Buffer.byteLength(beside) < 100 ? beside : join(tmpdir(), `jalon-${hash}.sock`);
}

/** Listens for requests of a copy, until closed. Whoever listens holds the folder's lock: an older door is a dead one. */
export async function openControl(dataDir: string, copy: () => Promise<string>): Promise<() => void> {
	const address = addressOf(dataDir);
	if (process.platform !== "win32" && existsSync(address)) rmSync(address, { force: true });
	const server = createServer((socket) => {
		socket.on("error", () => undefined);
		socket.once("data", () => {
			copy().then(
				(folder) => socket.end(`${JSON.stringify({ folder })}\n`),
				(error: unknown) => socket.end(`${JSON.stringify({ error: String(error) })}\n`),
			);
		});
	});
	await new Promise<void>((done, failed) => {
		server.once("error", failed);
		server.listen(address, done);
	});
	if (process.platform !== "win32") chmodSync(address, 0o600);
	server.unref();
	return () => server.close();
}

/** A copy of the files of the database a running server holds: as they are at one instant. */
export function askForCopy(dataDir: string): Promise<string> {
	return new Promise((done, failed) => {
		let answer = "";
		const socket = connect(addressOf(dataDir), () => socket.write("copy\n"));
		socket.on("error", failed);
		socket.on("data", (chunk) => {
			answer += chunk;
		});
		socket.on("end", () => {
			const { folder, error } = JSON.parse(answer || "{}") as { folder?: string; error?: string };
			if (folder) done(folder);
			else failed(new Error(error ?? "the running server gave no copy"));
		});
	});
}
