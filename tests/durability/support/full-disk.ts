/** Loaded before the server (`--import`): while a given file exists, the disk is full: no file grows, and no room is left. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const sign = process.env.JALON_DISK_FULL_WHEN;
if (sign) {
	const real = { ...fs };
	const isFull = () => real.existsSync(sign);
	Object.assign(fs, {
		statfsSync: (path: string) => ({ ...real.statfsSync(path), ...(isFull() ? { bavail: 0, bfree: 0 } : {}) }),
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
