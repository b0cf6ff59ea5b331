import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { OpenDatabase } from "../database.ts";
import { lockFolder } from "./lock.ts";
import { type Room, watchRoom } from "./room.ts";

export type ClaimedFolder = {
	room: Room;
	/** The files of the open database, copied: for a backup that keeps nobody waiting. Whoever asked removes them. */
	copy(opened: OpenDatabase): Promise<string>;
	leave(): void;
};

/** The data folder, for this process alone. */
export function claimFolder(dataDir: string): ClaimedFolder {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const leave = lockFolder(dataDir);
	// Of a backup that was cut.
	for (const name of readdirSync(dataDir)) if (name.startsWith("copy-")) rmSync(join(dataDir, name), { recursive: true, force: true });
	let copies = 0;
	const room = watchRoom(dataDir);
	const copy = async (opened: OpenDatabase) => {
		if (!room.isWritable()) throw new Error(`the disk of ${dataDir} is full`);
		const folder = join(dataDir, `copy-${process.pid}-${++copies}`);
		await opened.copyTo?.(folder);
		return folder;
	};
	return { room, copy, leave };
}
