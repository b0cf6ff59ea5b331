import { closeSync, cpSync, mkdirSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { readDiskLog } from "./disk-log.ts";

/** `none`: nothing that was not synced survives. `some`: any half of it does, page by page, in no order, as a disk may do. */
export type Survival = "none" | "some" | "all";

type Change = { at: number; data: Uint8Array } | { length: number };
type File = { content: string; pending: Change[] };

const page = 4096;

/**
 * The folder that a power cut leaves: `before` (on the disk when the recorder began), and of what came after only what
 * was synced. A name exists once its folder was synced, a file's content once the file was. The reserve is left out.
 */
export function afterPowerCut({ before, log, into, survival, seed = 1 }: { before: string; log: string; into: string; survival: Survival; seed?: number }) {
	rmSync(into, { recursive: true, force: true });
	const store = `${into}.files`;
	rmSync(store, { recursive: true, force: true });
	mkdirSync(store, { recursive: true });
	let chance = seed;
	const happens = () => {
		chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
		return chance % 1000 < 500;
	};

	const files = new Map<string, File>();
	const folders = new Map<string, [string, string, boolean][]>();
	let root = "";
	const fileOf = (uid: string): File => {
		const known = files.get(uid);
		if (known) return known;
		const file = { content: join(store, uid), pending: [] };
		writeFileSync(file.content, "");
		files.set(uid, file);
		return file;
	};
	const apply = ({ content }: File, change: Change) => {
		if ("length" in change) return truncateSync(content, change.length);
		const descriptor = openSync(content, "r+");
		writeSync(descriptor, change.data, 0, change.data.length, change.at);
		closeSync(descriptor);
	};

	const parents = new Map<string, string>();
	for (const { event, data } of readDiskLog(log)) {
		if (event.op === "there") {
			if (event.path === "") root = event.uid;
			parents.set(event.path, event.uid);
			if (event.folder) folders.set(event.uid, []);
			else {
				const file = fileOf(event.uid);
				if (event.path !== "/lock.db") cpSync(join(before, event.path), file.content);
			}
			const cut = event.path.lastIndexOf("/");
			const parent = event.path === "" ? undefined : folders.get(parents.get(event.path.slice(0, cut)) ?? "");
			parent?.push([event.path.slice(cut + 1), event.uid, event.folder]);
		} else if (event.op === "write") fileOf(event.uid).pending.push({ at: event.at, data: Uint8Array.from(data) });
		else if (event.op === "cut") fileOf(event.uid).pending.push({ length: event.length });
		else if (event.op === "sync") {
			const file = fileOf(event.uid);
			for (const change of file.pending) apply(file, change);
			file.pending = [];
		} else if (event.op === "syncFolder") folders.set(event.uid, event.entries);
	}

	const survives = (file: File) => {
		for (const change of file.pending) {
			if ("length" in change) {
				if (survival === "all") apply(file, change);
				continue;
			}
			for (let start = 0; start < change.data.length; start += page)
				if (survival === "all" || happens()) apply(file, { at: change.at + start, data: change.data.subarray(start, start + page) });
		}
	};
	const build = (uid: string, path: string) => {
		mkdirSync(path, { mode: 0o700 });
		for (const [name, child, isFolder] of folders.get(uid) ?? []) {
			if (isFolder) build(child, join(path, name));
			else {
				const file = fileOf(child);
				if (survival !== "none") survives(file);
				cpSync(file.content, join(path, name));
			}
		}
	};
	build(root, into);
	rmSync(store, { recursive: true, force: true });
}
