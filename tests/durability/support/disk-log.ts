import { closeSync, openSync, readSync } from "node:fs";
import type { DiskEvent } from "./recorder.ts";

/** The recorder's sequence, one event at a time; a process that was killed may leave its last line unfinished. */
export function* readDiskLog(path: string): Generator<{ event: DiskEvent; data: Uint8Array }> {
	const file = openSync(path, "r");
	let kept = Buffer.alloc(0);
	let isOver = false;
	const need = (size: number) => {
		while (kept.length < size && !isOver) {
			const chunk = Buffer.alloc(4_000_000);
			const read = readSync(file, chunk);
			isOver = read === 0;
			kept = Buffer.concat([kept, chunk.subarray(0, read)]);
		}
		return kept.length >= size;
	};
	try {
		while (need(1)) {
			let end = kept.indexOf(10);
			while (end < 0 && need(kept.length + 1)) end = kept.indexOf(10);
			if (end < 0) return;
			const event = JSON.parse(kept.subarray(0, end).toString()) as DiskEvent;
			const size = event.op === "write" ? event.size : 0;
			if (!need(end + 1 + size)) return;
			const data = kept.subarray(end + 1, end + 1 + size);
			kept = kept.subarray(end + 1 + size);
			yield { event, data };
		}
	} finally {
		closeSync(file);
	}
}
