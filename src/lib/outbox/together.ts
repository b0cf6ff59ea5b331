/** One at a time over all the tabs of this person; within the page where the browser has no locks. */
export function makeAlone(personId: string) {
	const turns = new Map<string, Promise<unknown>>();
	return async <T>(lock: "send" | "write", work: () => Promise<T>): Promise<T> => {
		if ("locks" in navigator) return (await navigator.locks.request(`jalon.outbox.${personId}.${lock}`, work)) as T;
		const turn = (turns.get(lock) ?? Promise.resolve()).then(work, work);
		turns.set(
			lock,
			turn.catch(() => undefined),
		);
		return turn;
	};
}

/** Tells the other tabs of this browser. */
export function makeChannel<T>(name: string, onWord: (word: T) => void): { tell(word: T): void; close(): void } {
	if (!("BroadcastChannel" in globalThis)) return { tell: () => undefined, close: () => undefined };
	const channel = new BroadcastChannel(name);
	channel.onmessage = ({ data }) => onWord(data as T);
	return { tell: (word) => channel.postMessage(word), close: () => channel.close() };
}
