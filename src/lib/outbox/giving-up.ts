import { undoBatch } from "#contract/journal.ts";
import { ApiError, call } from "../http.ts";
import { type Item, withWhatFollows } from "./item.ts";
import type { Queue } from "./queue.ts";

/** What became of a write that its author gives up. */
export type GivenUp =
	/** It waited: it can be put back. */
	| { kind: "discarded"; items: readonly Item[] }
	/** It had arrived, and was taken back. */
	| { kind: "undone" }
	/** It may have arrived, and nobody answers: it stays, for it cannot be said not to exist. */
	| { kind: "unknown"; error: Error };

type Ports = { queue: Queue; items(): readonly Item[]; alone<T>(lock: "send" | "write", work: () => Promise<T>): Promise<T> };

/** The request that wrote it, taken back; what the API never heard of is as good as taken back. */
async function takeBack(key: string) {
	try {
		await call(undoBatch, { params: { id: key } });
	} catch (error) {
		if (!(error instanceof ApiError && error.problem.code === "not-found")) throw error;
	}
}

/** Gives up a write, and those that depend on it: off the device when it never left; taken back by its key when it did. */
export async function giveUp({ queue, items, alone }: Ports, item: Item): Promise<GivenUp> {
	const gone = withWhatFollows(items(), item);
	if (gone.some(({ seq }) => seq === item.seq) && (await queue.discard(gone))) return { kind: "discarded", items: gone };
	// Not while it is on its way: its answer is heard first.
	return alone("send", async () => {
		const left = withWhatFollows(items(), item).filter(({ seq }) => items().some((one) => one.seq === seq));
		try {
			await takeBack(left.find(({ seq }) => seq === item.seq)?.key ?? item.key);
		} catch (error) {
			return { kind: "unknown", error: error instanceof Error ? error : new Error(String(error)) };
		}
		await queue.remove(left);
		return { kind: "undone" };
	});
}
