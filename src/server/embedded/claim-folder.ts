import { mkdirSync } from "node:fs";
import { lockFolder } from "./lock.ts";
import { type Room, watchRoom } from "./room.ts";

export type ClaimedFolder = { room: Room; leave(): void };

/** The data folder, for this process alone. */
export function claimFolder(dataDir: string): ClaimedFolder {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const leave = lockFolder(dataDir);
	return { room: watchRoom(dataDir), leave };
}
