import { forgetDevice } from "../device/device.ts";
import type { Kept } from "../device/store.ts";
import type { Item } from "./item.ts";
import { closeOutbox, outboxOf } from "./start.ts";
import { useOutbox } from "./state.ts";

/** What would be lost if the device forgot its person now. */
export type Unsent = { items: readonly Item[]; drafts: readonly Kept<unknown>[] };

export async function unsentHere(): Promise<Unsent | null> {
	const outbox = await outboxOf();
	if (!outbox) return null;
	const { items } = useOutbox.getState();
	const drafts = await outbox.store.list("drafts");
	return items.length + drafts.length > 0 ? { items, drafts } : null;
}

/** Somebody signs out: their keys and what they kept here go. */
export function leaveDevice(personId: string): Promise<void> {
	closeOutbox();
	return forgetDevice(personId);
}
