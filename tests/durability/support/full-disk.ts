/**
 * Loaded before the server (`--import`): while a given file exists, the disk is full: no file grows, and no room is left. While
 * another exists, the disk is broken: nothing more is written in the database's log, and the engine gives up.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const sign = process.env.JALON_DISK_FULL_WHEN;
if (sign) {
	const real = { ...fs };
	const isFull = () => real.existsSync(sign);
	Object.assign(fs, {
		// A disk may fill between the look and the write.
		statfsSync: (path: string) => ({ ...real.statfsSync(path), ...(isFull() && !process.env.JALON_DISK_LIES ? { bavail: 0, bfree: 0 } : {}) }),
		writeSync: (file: number, data: Uint8Array, offset?: number, length?: number, position?: number | null) => {
			if (isFull()) {
				const end = (position ?? real.fstatSync(file).size) + (length ?? data.length);
				if (file > 2 && end > real.fstatSync(file).size)
					throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", errno: -28 });
			}
			return real.writeSync(file, data, offset, length, position);
		},
	});
	syncBuiltinESMExports();
}

const broken = process.env.JALON_DISK_BREAKS_WHEN;
if (broken) {
	const real = { ...fs };
	const logs = new Set<number>();
	const refuse = (file: number) => {
		if (logs.has(file) && real.existsSync(broken)) throw Object.assign(new Error("EIO: i/o error"), { code: "EIO", errno: -5 });
	};
	Object.assign(fs, {
		openSync: (path: string, ...rest: [fs.OpenMode]) => {
			const file = real.openSync(path, ...rest);
			if (String(path).includes("/pg_wal/")) logs.add(file);
			return file;
		},
		closeSync: (file: number) => {
			logs.delete(file);
			real.closeSync(file);
		},
		writeSync: (file: number, ...rest: [Uint8Array]) => {
			refuse(file);
			return real.writeSync(file, ...rest);
		},
		fdatasyncSync: (file: number) => {
			refuse(file);
			real.fdatasyncSync(file);
		},
	});
	syncBuiltinESMExports();
}
