import { fdatasyncSync } from "node:fs";
import type { PGlite, PGliteOptions } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { syncPath } from "./sync-tree.ts";

/** What the shim leans on of PGlite's internals: the reason why its version is exact and why a test counts the syncs. */
type Stream = { nfd?: number; node: unknown };
type StreamOperations = {
	fsync?: (stream: Stream) => number;
	write: (stream: Stream, ...rest: unknown[]) => number;
};
type Module = { NODEFS: { stream_ops: StreamOperations; realPath(node: unknown): string } };
type EngineOptions = { preRun?: ((module: Module) => void)[]; onAbort?: (reason: unknown) => void };

export type FolderEvents = {
	/** The disk is full: true when room was made, and the write is tried once more. */
	onFull?: () => boolean;
	/** The engine gave up: nothing more can be asked of it, the folder must be opened again. */
	onAbort?: () => void;
};

const isFull = (error: unknown) => {
	const { code, errno } = error as { code?: string; errno?: number };
	return code === "ENOSPC" || code === "EDQUOT" || errno === noSpace;
};
/** Emscripten's own number for ENOSPC (WASI). */
const noSpace = 51;

/** Stock PGlite never syncs: its file system has no fsync, and PostgreSQL is told not to ask. A power cut then loses acknowledged writes, or the folder. */
export class DurableNodeFS extends NodeFS {
	readonly #events: FolderEvents;
	constructor(folder: string, events: FolderEvents = {}) {
		super(folder);
		this.#events = events;
	}

	override async init(pg: PGlite, options: Parameters<NodeFS["init"]>[1]): ReturnType<NodeFS["init"]> {
		const started = await super.init(pg, options);
		const engine = started.emscriptenOpts as EngineOptions;
		const { onFull, onAbort } = this.#events;
		engine.preRun?.push(({ NODEFS }) => {
			const { write } = NODEFS.stream_ops;
			NODEFS.stream_ops.fsync = ({ nfd, node }) => {
				if (nfd !== undefined) {
					fdatasyncSync(nfd);
					return 0;
				}
				syncPath(NODEFS.realPath(node));
				return 0;
			};
			NODEFS.stream_ops.write = (...call) => {
				try {
					return write(...call);
				} catch (error) {
					if (isFull(error) && onFull?.()) return write(...call);
					throw error;
				}
			};
		});
		if (onAbort) engine.onAbort = onAbort;
		return started;
	}
}

/**
 * PGlite starts PostgreSQL with `-F`; only a start parameter overrules it. A new segment of the log is not filled with zeros first: everybody would wait for sixteen megabytes to
 * reach the disk, now and then, in the middle of somebody's commit. What has no room on the disk is met by the reserve (room.ts), as anywhere else. Of the log, a checkpoint keeps
 * little: a backup copies what is left of it while everybody waits.
 */
export const durableStart = (defaults: string[]): PGliteOptions["startParams"] => [
	...defaults,
	...["fsync=on", "wal_sync_method=fsync", "wal_init_zero=off", "max_wal_size=128MB"].flatMap((setting) => ["-c", setting]),
];
