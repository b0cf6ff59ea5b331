import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { askForCopy } from "../embedded/control.ts";
import { refuseOtherEngine } from "../embedded/engine.ts";
import { lockFolder } from "../embedded/lock.ts";
import { engineOptions, openFolder } from "../embedded/open-folder.ts";
import type { Settings } from "../settings.ts";
import { StartRefusal } from "../start-refusal.ts";
import { type Connection, connectionOf, connectPostgres } from "./connection.ts";

const nothing = (dataDir: string) => new StartRefusal(`There is no database in ${dataDir}: nothing to back up.`);

async function openStopped(dataDir: string, unlock: () => void): Promise<Connection> {
	if (!existsSync(join(dataDir, "pg")) && !existsSync(join(dataDir, "pg.next"))) throw nothing(dataDir);
	refuseOtherEngine(dataDir);
	const connection = connectionOf(await openFolder(dataDir));
	return {
		...connection,
		close: async () => {
			await connection.close();
			unlock();
		},
	};
}

/** The server goes on: what is read is a copy of its files, and it is removed afterwards. */
async function openCopy(dataDir: string): Promise<Connection> {
	const folder = await askForCopy(dataDir).catch((error: unknown) => {
		throw new StartRefusal(`The running Jalon of ${dataDir} does not hand out a copy (${(error as Error).message}). Stop it, and try again.`);
	});
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once("exit", remove);
	const connection = connectionOf(await PGlite.create({ ...engineOptions, dataDir: folder }));
	return { ...connection, close: () => connection.close().finally(remove) };
}

/** The database of these settings, to be read: PostgreSQL, an embedded one that is stopped, or one that a server holds. */
export async function openSource({ databaseAdminUrl, dataDir }: Settings, { whileRunning }: { whileRunning: boolean }): Promise<Connection> {
	if (databaseAdminUrl) return connectPostgres(databaseAdminUrl);
	if (!existsSync(dataDir)) throw nothing(dataDir);
	mkdirSync(dataDir, { recursive: true });
	let unlock: () => void;
	try {
		unlock = lockFolder(dataDir);
	} catch (error) {
		if (error instanceof StartRefusal && whileRunning) return openCopy(dataDir);
		throw error;
	}
	return openStopped(dataDir, unlock);
}
