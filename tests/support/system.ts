import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

export const isRoot = () => process.getuid?.() === 0;

export function isProgram(path: string) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/** The first of these names (or absolute paths) that this system can run. */
export function findProgram(names: readonly string[], folders = (process.env.PATH ?? "").split(delimiter)): string | undefined {
	for (const name of names) for (const folder of isAbsolute(name) ? [""] : folders) if (isProgram(join(folder, name))) return join(folder, name);
	return undefined;
}

export const canInstall = () => isRoot() && existsSync("/usr/bin/apt-get") && process.env.JALON_NO_INSTALL === undefined;

let listsAreFresh = false;
/** Installs packages of the system (Debian, Ubuntu); answers the reason of a failure, or nothing. */
export function installPackages(...names: string[]): string | undefined {
	const run = (...args: string[]) =>
		spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
	console.log(`apt-get install ${names.join(" ")}…`);
	if (!listsAreFresh) {
		run("-qq", "update");
		listsAreFresh = true;
	}
	const result = run("-qq", "-y", "install", "--no-install-recommends", ...names);
	return result.status === 0 ? undefined : `apt-get install ${names.join(" ")}: ${result.stderr.trim().split("\n").at(-1) ?? "failed"}`;
}
