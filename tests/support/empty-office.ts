import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenDatabase, openEmbedded } from "../../src/server/database.ts";
import { copyPrepared } from "./prepared-folders.ts";
import { onExit } from "./processes.ts";

/** The embedded database of an office nobody has opened yet, in this process, removed when it is closed. */
export async function openEmptyOffice(log?: Parameters<typeof openEmbedded>[1]): Promise<OpenDatabase> {
	const folder = mkdtempSync(join(tmpdir(), "jalon-office-"));
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	onExit(remove);
	await copyPrepared("empty", folder);
	const opened = await openEmbedded(folder, log);
	return { ...opened, close: () => opened.close().finally(remove) };
}
