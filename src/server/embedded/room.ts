import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";

const megabyte = 1024 * 1024;
/** Kept aside for the engine, which must still write (a segment of its log, a recovery) when the disk is full. */
const reserveSize = 48 * megabyte;
/** Below this, people read and nothing is written: a request must not be what fills the disk. */
export const leastRoom = 32 * megabyte;

export type Room = {
	/** May people write? Asked at every write: room that comes back is seen at the next one. */
	isWritable(): boolean;
	/** Gives the reserve to the engine; false when it was given already. */
	release(): boolean;
};

export const freeBytes = (folder: string) => {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
};

function fill(path: string) {
	const file = openSync(path, "w");
	try {
		const zeros = Buffer.alloc(megabyte);
		for (let written = 0; written < reserveSize; written += zeros.length) writeSync(file, zeros);
		fsyncSync(file);
	} catch (error) {
		rmSync(path, { force: true });
		throw error;
	} finally {
		closeSync(file);
	}
}

/** Watches the room on the disk of a data folder. */
export function watchRoom(dataDir: string): Room {
	const reserve = join(dataDir, "reserve");
	const release = () => {
		if (!existsSync(reserve)) return false;
		rmSync(reserve, { force: true });
		return true;
	};
	const isWritable = () => {
		const free = freeBytes(dataDir);
		if (existsSync(reserve)) return free >= leastRoom;
		if (free < reserveSize + leastRoom) return false;
		try {
			fill(reserve);
			return true;
		} catch {
			return false;
		}
	};
	// A restart on a full disk: the engine recovers in the reserve.
	if (freeBytes(dataDir) < leastRoom / 2) release();
	else isWritable();
	return { isWritable, release };
}
