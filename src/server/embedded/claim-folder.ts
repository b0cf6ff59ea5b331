import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { OpenDatabase } from "../database.ts";
import { lockFolder } from "./lock.ts";
import { freeBytes, leastRoom, type Room, watchRoom } from "./room.ts";

export type ClaimedFolder = {
	room: Room;
	/** The files of the open database, copied: for a backup that keeps nobody waiting. Whoever asked removes them. */
	copy(opened: OpenDatabase): Promise<string>;
	leave(): void;
};

const sizeOf = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.reduce((bytes, { parentPath, name }) => bytes + statSync(join(parentPath, name)).size, 0);

/** The data folder, for this process alone. */
export function claimFolder(dataDir: string): ClaimedFolder {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const leave = lockFolder(dataDir);
	// Of a backup that was cut.
	for (const name of readdirSync(dataDir)) if (name.startsWith("copy-")) rmSync(join(dataDir, name), { recursive: true, force: true });
	let copies = 0;
	const room = watchRoom(dataDir);
	const copy = async (opened: OpenDatabase) => {
		// A backup must not be what stops people from writing.
		if (freeBytes(dataDir) < sizeOf(join(dataDir, "pg")) + leastRoom) throw new Error(`the disk of ${dataDir} has no room for a copy`);
		const folder = join(dataDir, `copy-${process.pid}-${++copies}`);
		try {
			await opened.copyTo?.(folder);
		} catch (error) {
			rmSync(folder, { recursive: true, force: true });
			throw error;
		}
		return folder;
	};
	return { room, copy, leave };
}
