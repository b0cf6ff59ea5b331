import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onExit } from "../../support/processes.ts";
import { isRoot } from "../../support/system.ts";
import { scratch } from "./rounds.ts";

export type SmallDisk = {
	kind: "a file system of its own" | "simulated";
	folder: string;
	env: Record<string, string>;
	fill(): void;
	empty(): void;
	remove(): void;
};

/** A small file system of its own where we may mount one; else the same refusals, made by a layer under the server. */
export function smallDisk(): SmallDisk {
	const mount = scratch("small-disk");
	try {
		if (!isRoot()) throw new Error("only root mounts");
		execFileSync("mount", ["-t", "tmpfs", "-o", "size=260m", "tmpfs", mount], { stdio: "ignore" });
	} catch {
		return simulatedDisk(mount);
	}
	const unmount = () => {
		try {
			execFileSync("umount", ["-l", mount], { stdio: "ignore" });
		} catch {
			// Already gone.
		}
	};
	onExit(unmount);
	const filler = join(mount, "filler");
	return {
		kind: "a file system of its own",
		folder: join(mount, "data"),
		env: {},
		fill: () => {
			const { bavail, bsize } = statfsSync(mount);
			writeFileSync(filler, Buffer.alloc(bavail * bsize));
		},
		empty: () => rmSync(filler, { force: true }),
		remove: unmount,
	};
}

export function simulatedDisk(folder: string): SmallDisk {
	const sign = join(folder, "full");
	mkdirSync(folder, { recursive: true });
	return {
		kind: "simulated",
		folder: join(folder, "data"),
		env: { JALON_DISK_FULL_WHEN: sign, NODE_OPTIONS: `--import=${join(import.meta.dirname, "full-disk.ts")}` },
		fill: () => writeFileSync(sign, ""),
		empty: () => rmSync(sign, { force: true }),
		remove: () => existsSync(sign) && rmSync(sign, { force: true }),
	};
}
