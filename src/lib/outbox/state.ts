import { useMemo } from "react";
import { create } from "zustand";
import type { Item } from "./item.ts";

export type OutboxState = {
	items: readonly Item[];
	/** The API answered last time it was asked. */
	isReachable: boolean;
	/** The browser keeps what is put on the device. */
	isLasting: boolean;
	/** There was no room left for something. */
	isFull: boolean;
};

/** What waits on this device, as screens see it; written by the outbox only. */
export const useOutbox = create<OutboxState>(() => ({ items: [], isReachable: true, isLasting: true, isFull: false }));

/** Whether something of this record waits to be sent. */
export const useIsQueued = (id: string) => useOutbox(({ items }) => items.some(({ subject }) => subject.id === id));

/** The records of which something waits: a list marks them. */
export function useQueuedIds(): ReadonlySet<string> {
	const items = useOutbox((state) => state.items);
	return useMemo(() => new Set(items.map(({ subject }) => subject.id)), [items]);
}
