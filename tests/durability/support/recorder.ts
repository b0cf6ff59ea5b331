/**
 * Loaded before the server (`--import`): writes down, in one sequence, what the data folder was asked to write, what was
 * asked to reach the disk, and what was answered. From it `power-cut.ts` makes the folder that a power cut would leave.
 */
import fs from "node:fs";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

export type DiskEvent =
	| { op: "there"; path: string; uid: string; folder: boolean }
	| { op: "write"; uid: string; at: number; size: number; wal: boolean }
	| { op: "cut"; uid: string; length: number }
	| { op: "sync"; uid: string; wal: boolean }
	| { op: "syncFolder"; uid: string; entries: [name: string, uid: string, folder: boolean][] }
	| { op: "answer"; method: string; status: number };

const root = process.env.JALON_DISK_ROOT;
const log = process.env.JALON_DISK_LOG;
// Both are given to the parent too, which writes nothing there.
if (root && log && process.env.JALON_PARENT) record(root, log);

function record(root: string, log: string) {
	const real = { ...fs };
	const out = real.openSync(log, "a");
	const say = (event: DiskEvent, data?: Uint8Array) => {
		const head = Buffer.from(`${JSON.stringify(event)}\n`);
		real.writeSync(out, data ? Buffer.concat([head, data]) : head);
	};

	// An inode's number is used again after a file is deleted: a birth makes another identity of it.
	const births = new Map<number, number>();
	const uidOf = ({ ino }: { ino: number }) => `${ino}.${births.get(ino) ?? 0}`;
	const born = (path: string) => {
		const { ino } = real.lstatSync(path);
		births.set(ino, (births.get(ino) ?? 0) + 1);
	};
	const isOurs = (path: unknown): path is string =>
		typeof path === "string" && (path === root || path.startsWith(`${root}/`)) && path !== join(root, "reserve");
	type Open = { uid: string; folder: boolean; path: string; wal: boolean };
	const open = new Map<number, Open>();

	const walk = (path: string) => {
		const stat = real.lstatSync(path);
		say({ op: "there", path: path.slice(root.length), uid: uidOf(stat), folder: stat.isDirectory() });
		if (stat.isDirectory()) for (const name of real.readdirSync(path)) if (name !== "reserve") walk(join(path, name));
	};
	real.mkdirSync(root, { recursive: true });
	walk(root);

	const creating = <T>(path: unknown, work: () => T): T => {
		const isNew = isOurs(path) && !real.existsSync(path);
		const result = work();
		if (isNew && real.existsSync(path)) born(path);
		return result;
	};
	Object.assign(fs, {
		openSync: (path: string, ...rest: [fs.OpenMode?, fs.Mode?]) => {
			const file = creating(path, () => real.openSync(path, ...(rest as [fs.OpenMode])));
			if (!isOurs(path)) return file;
			const stat = real.fstatSync(file);
			open.set(file, { uid: uidOf(stat), folder: stat.isDirectory(), path, wal: path.includes("/pg_wal/") });
			if (typeof rest[0] === "number" && (rest[0] & fs.constants.O_TRUNC) !== 0) say({ op: "cut", uid: uidOf(stat), length: 0 });
			return file;
		},
		closeSync: (file: number) => {
			open.delete(file);
			real.closeSync(file);
		},
		writeSync: (file: number, data: Uint8Array | string, offset = 0, length = data.length - offset, position: number | null = null) => {
			const target = open.get(file);
			if (!target || typeof data === "string") return real.writeSync(file, data as Uint8Array, offset, length, position);
			const at = position ?? real.fstatSync(file).size;
			const size = real.writeSync(file, data, offset, length, position);
			say({ op: "write", uid: target.uid, at, size, wal: target.wal }, new Uint8Array(data.buffer, data.byteOffset + offset, size));
			return size;
		},
		writeFileSync: (path: string, data: string, ...rest: [fs.WriteFileOptions?]) =>
			creating(path, () => {
				if (isOurs(path) && data.length > 0) throw new Error(`the recorder does not know how to follow writeFileSync(${path})`);
				real.writeFileSync(path, data, ...rest);
			}),
		mkdirSync: (path: string, ...rest: [fs.MakeDirectoryOptions?]) => creating(path, () => real.mkdirSync(path, ...rest)),
		truncateSync: (path: string, length = 0) => {
			real.truncateSync(path, length);
			if (isOurs(path)) say({ op: "cut", uid: uidOf(real.lstatSync(path)), length });
		},
		ftruncateSync: (file: number, length = 0) => {
			real.ftruncateSync(file, length);
			const target = open.get(file);
			if (target) say({ op: "cut", uid: target.uid, length });
		},
		fsyncSync: (file: number) => synced(file),
		fdatasyncSync: (file: number) => synced(file),
	});
	const synced = (file: number) => {
		// The record itself is not synced: it must survive the process, not the machine.
		const target = open.get(file);
		if (!target) return;
		if (target.folder) {
			const names = real.readdirSync(target.path).filter((name) => name !== "reserve");
			const entries = names.map((name): [string, string, boolean] => {
				const stat = real.lstatSync(join(target.path, name));
				return [name, uidOf(stat), stat.isDirectory()];
			});
			say({ op: "syncFolder", uid: target.uid, entries });
		} else say({ op: "sync", uid: target.uid, wal: target.wal });
	};

	const { writeHead } = http.ServerResponse.prototype;
	http.ServerResponse.prototype.writeHead = function (this: http.ServerResponse, status: number, ...rest: never[]) {
		say({ op: "answer", method: this.req.method ?? "", status });
		return writeHead.call(this, status, ...rest);
	} as typeof writeHead;
	syncBuiltinESMExports();
}
