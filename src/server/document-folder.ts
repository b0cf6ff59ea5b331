import { createHash, randomUUID } from "node:crypto";
import { existsSync, openAsBlob } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentStore } from "#api/documents/document-store.ts";
import { Refusal } from "#api/refusal.ts";
import { syncPath } from "./embedded/sync-tree.ts";

/** Where the content of this hash is, below the folder: 256 folders, so that none holds a hundred thousand names. */
export const placeOf = (sha256: string) => join(sha256.slice(0, 2), sha256.slice(2));
export const incomingOf = (folder: string) => join(folder, "incoming");

const fullDisk = new Set(["ENOSPC", "EDQUOT"]);
const said = (error: unknown) => {
	if (fullDisk.has((error as NodeJS.ErrnoException).code ?? "")) throw new Refusal("unavailable");
	throw error;
};

/** Written aside and synced as it comes; it has no name yet that anybody could ask for. */
async function writeAside(path: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
	const hash = createHash("sha256");
	const file = await open(path, "wx", 0o600);
	let size = 0;
	try {
		for await (const chunk of bytes) {
			hash.update(chunk);
			size += chunk.byteLength;
			await file.writeFile(chunk);
		}
		await file.sync();
	} finally {
		await file.close();
	}
	return { sha256: hash.digest("hex"), size };
}

/** Gives what was written aside the name of its content. The same content, already there, stays as it is: somebody may be reading it. */
async function nameByContent(folder: string, aside: string, sha256: string, size: number): Promise<void> {
	const path = join(folder, placeOf(sha256));
	const kept = await stat(path).catch(() => null);
	if (kept?.size === size) return;
	const parent = join(path, "..");
	const isNew = !existsSync(parent);
	await mkdir(parent, { recursive: true, mode: 0o700 });
	await rename(aside, path);
	syncPath(parent);
	if (isNew) syncPath(folder);
}

/**
 * Documents as files named by their own SHA-256, in `DATA_DIR/documents` or a mounted folder that several processes share.
 * A content is written aside, synced, then named: a cut leaves a whole document or none.
 */
export const documentFolder = (folder: string): DocumentStore => ({
	async receive(bytes) {
		const incoming = incomingOf(folder);
		const aside = join(incoming, randomUUID());
		const drop = () => rm(aside, { force: true });
		try {
			await mkdir(incoming, { recursive: true, mode: 0o700 });
			const { sha256, size } = await writeAside(aside, bytes);
			return { sha256, size, content: await openAsBlob(aside), keep: () => nameByContent(folder, aside, sha256, size).catch(said), drop };
		} catch (error) {
			await drop();
			return said(error);
		}
	},
	async open(sha256) {
		const path = join(folder, placeOf(sha256));
		return existsSync(path) ? openAsBlob(path) : null;
	},
});
