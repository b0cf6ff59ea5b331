import { constants, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchServer } from "./launch.ts";
import { onExit } from "./processes.ts";

/** `empty`: an office nobody has opened yet. `demonstration`: the region and its people. */
export type Prepared = "empty" | "demonstration";

/** Without its lock, its door and its reserve, which belong to the server that has the folder. */
export const copyData = (from: string, to: string) =>
	cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: (path) => !/\.sock$|lock\.db|reserve$/.test(path) });

/** One folder for all the processes of a run: the first that runs tests makes it, and names it to those it starts. */
function shelf(): string {
	const known = process.env.JALON_PREPARED;
	if (known) return known;
	const made = mkdtempSync(join(tmpdir(), "jalon-prepared-"));
	onExit(() => rmSync(made, { recursive: true, force: true }));
	process.env.JALON_PREPARED = made;
	return made;
}

const underWay = new Map<Prepared, Promise<string>>();

async function make(kind: Prepared, folder: string): Promise<string> {
	const aside = mkdtempSync(`${folder}.`);
	if (kind === "demonstration") copyData(await preparedFolder("empty"), aside);
	await (await launchServer({ dataDir: aside, demo: kind === "demonstration" })).stop();
	try {
		renameSync(aside, folder);
	} catch (error) {
		// Another process has made the same meanwhile.
		if (!existsSync(folder)) throw error;
		rmSync(aside, { recursive: true, force: true });
	}
	return folder;
}

/**
 * A data folder that a server has made by its true first start and closed in good order, to be copied: making one takes the
 * processor ten times longer than opening it. Made by the first who asks, once for the whole run.
 */
export function preparedFolder(kind: Prepared): Promise<string> {
	const folder = join(shelf(), kind);
	if (existsSync(folder)) return Promise.resolve(folder);
	const making = underWay.get(kind) ?? make(kind, folder).finally(() => underWay.delete(kind));
	underWay.set(kind, making);
	return making;
}

/** A copy of one's own. */
export async function copyPrepared(kind: Prepared, to: string): Promise<void> {
	copyData(await preparedFolder(kind), to);
}
