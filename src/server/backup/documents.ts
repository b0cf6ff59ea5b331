import { createHash } from "node:crypto";
import { createReadStream, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { documentFolder, placeOf } from "../document-folder.ts";
import type { Connection } from "./connection.ts";
import { DamagedBackup } from "./damaged.ts";
import { readTar, type TarEntry, type TarWriter } from "./tar.ts";

/** What a backup holds of documents: how many contents, and those that were not there, or no longer what they were, when it was made. */
export type DocumentSum = { contents: number; missing: string[] };

const entryName = (sha256: string) => `documents/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
const entryPattern = /^documents\/([0-9a-f]{2})\/([0-9a-f]{62})$/;

/** Every content that a document names, or named once: what the journal can bring back must be there. */
export const namedContents = `select sha256 from document union select before ->> 'sha256' from revision where entity = 'document' and before is not null`;

export async function readContents({ query }: Pick<Connection, "query">): Promise<string[]> {
	const { rows } = await query("select to_regclass('public.document') is not null as exists");
	if (rows[0]?.exists !== true) return [];
	return (await query(`${namedContents} order by 1`)).rows.map(({ sha256 }) => String(sha256));
}

export async function hashOf(bytes: AsyncIterable<unknown>): Promise<string> {
	const hash = createHash("sha256");
	for await (const chunk of bytes) hash.update(chunk as Uint8Array);
	return hash.digest("hex");
}
export const isWhole = async (path: string, sha256: string) => existsSync(path) && (await hashOf(createReadStream(path))) === sha256;

/** Each content once, read against its own name; one that is not what it was is left out, and said. */
export async function addContents(tar: TarWriter, folder: string, contents: readonly string[]): Promise<DocumentSum> {
	const missing: string[] = [];
	for (const sha256 of contents) {
		const path = join(folder, placeOf(sha256));
		if (await isWhole(path, sha256)) await tar.add(entryName(sha256), { path });
		else missing.push(sha256);
	}
	return { contents: contents.length - missing.length, missing };
}

async function* contentsIn(path: string): AsyncGenerator<{ sha256: string; entry: TarEntry }> {
	for await (const entry of readTar(path)) {
		const [, start, end] = entryPattern.exec(entry.name) ?? [];
		if (start && end) yield { sha256: `${start}${end}`, entry };
	}
}

/** A damaged content is refused by its name, and so is a backup that has lost some. */
export async function verifyContents(path: string, sum: DocumentSum | undefined): Promise<void> {
	let contents = 0;
	for await (const { sha256, entry } of contentsIn(path)) {
		if ((await hashOf(entry.read())) !== sha256) throw new DamagedBackup(`The backup ${path} is damaged: ${entry.name} is not what was written.`);
		contents += 1;
	}
	if (contents !== (sum?.contents ?? 0)) throw new DamagedBackup(`The backup ${path} is cut short: it has ${contents} documents of ${sum?.contents ?? 0}.`);
}

/** Puts the contents where documents are kept; what stands there whole stays, what is damaged is mended. */
export async function restoreContents(path: string, folder: string): Promise<number> {
	const store = documentFolder(folder);
	let restored = 0;
	for await (const { sha256, entry } of contentsIn(path)) {
		const place = join(folder, placeOf(sha256));
		if (await isWhole(place, sha256)) continue;
		const received = await store.receive(entry.read() as AsyncIterable<Uint8Array>);
		try {
			if (received.sha256 !== sha256) throw new DamagedBackup(`The backup ${path} is damaged: ${entry.name} is not what was written.`);
			rmSync(place, { force: true });
			await received.keep();
			restored += 1;
		} finally {
			await received.drop();
		}
	}
	return restored;
}

/** In words, for who keeps the backups; empty when nothing is missing. */
export const sayMissing = (missing: readonly string[]): string =>
	missing.length === 0 ? "" : `${missing.length} documents have no content, or a damaged one: ${missing.map(entryName).join(", ")}.`;
