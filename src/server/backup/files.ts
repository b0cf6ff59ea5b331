import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const day = 24 * 3_600_000;
const pattern = /^jalon-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar$/;

/** Named by the instant they begin, so that their order is that of their names. */
export const backupName = (at: Date) => `jalon-${at.toISOString().replace(/:/g, "").replace(/\.\d+/, "")}.tar`;

/** Oldest first. */
export const listBackups = (folder: string): string[] =>
	existsSync(folder)
		? readdirSync(folder)
				.filter((name) => pattern.test(name))
				.sort()
				.map((name) => join(folder, name))
		: [];

/** What a backup that was killed leaves behind; one that runs is younger. */
const leftOver = /^jalon-.*\.tar\.(partial|table)$/;
const leftOvers = (folder: string): string[] =>
	readdirSync(folder)
		.filter((name) => leftOver.test(name))
		.map((name) => join(folder, name))
		.filter((path) => Date.now() - statSync(path).mtimeMs > day);

/** Keeps the last ones; what a person put there under another name is left alone. */
export function rotate(folder: string, kept: number): string[] {
	const old = [...listBackups(folder).slice(0, -kept), ...leftOvers(folder)];
	for (const path of old) rmSync(path);
	return old;
}

/** FILE is where to write; a FOLDER receives a file named by the instant. */
export function targetOf(wanted: string, now: Date): string {
	const isFolder = wanted.endsWith("/") || (existsSync(wanted) && statSync(wanted).isDirectory());
	if (!isFolder) return wanted;
	mkdirSync(wanted, { recursive: true, mode: 0o700 });
	return join(wanted, backupName(now));
}

/** Is the last one a day old, or is there none? */
export function isDue(folder: string, now: Date): boolean {
	const last = listBackups(folder).at(-1);
	return last === undefined || now.getTime() - statSync(last).mtimeMs >= day;
}
