import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { readTar, TarWriter } from "../../../src/server/backup/tar.ts";

/** A tar as a forger would leave it: each entry may become another, and the whole stays a good tar. */
export async function rewrite(from: string, to: string, change: (name: string, content: Buffer) => Buffer | null) {
	rmSync(to, { force: true });
	const tar = await TarWriter.create(to, new Date(0));
	for await (const entry of readTar(from)) {
		const chunks: Buffer[] = [];
		for await (const chunk of entry.read()) chunks.push(chunk as Buffer);
		const content = change(entry.name, Buffer.concat(chunks));
		if (content) await tar.add(entry.name, content);
	}
	await tar.finish();
}

export const inTable = (content: Buffer, change: (text: string) => string) => gzipSync(change(gunzipSync(content).toString()));

export function flipByte(from: string, to: string, at: number) {
	const bytes = readFileSync(from);
	bytes[at] = (bytes[at] ?? 0) ^ 0xff;
	writeFileSync(to, bytes);
}

/** Every table of a backup, as written: the bytes that two equal databases share. */
export async function tablesOf(path: string): Promise<Map<string, string>> {
	const tables = new Map<string, string>();
	for await (const entry of readTar(path)) {
		const name = /^tables\/(.+)\.ndjson\.gz$/.exec(entry.name)?.[1];
		if (!name) continue;
		const chunks: Buffer[] = [];
		for await (const chunk of entry.read()) chunks.push(chunk as Buffer);
		tables.set(name, gunzipSync(Buffer.concat(chunks)).toString());
	}
	return tables;
}

export async function entryOf(path: string, wanted: string): Promise<Record<string, unknown>> {
	for await (const entry of readTar(path)) {
		if (entry.name !== wanted) continue;
		const chunks: Buffer[] = [];
		for await (const chunk of entry.read()) chunks.push(chunk as Buffer);
		return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
	}
	throw new Error(`${path} has no ${wanted}`);
}
