import { useOutbox } from "#lib/outbox/state.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { text } from "./text.ts";

/** What this device cannot keep, while it matters: said where one types, whatever the page. */
export function StorageLine() {
	const words = useWords(text);
	const isFull = useOutbox((state) => state.isFull);
	const isOnlyHere = useOutbox(({ isLasting, isReachable, items }) => !isLasting && (!isReachable || items.length > 0));
	if (isFull) return <Banner tone="red">{words.full}</Banner>;
	return isOnlyHere && <Banner tone="amber">{words.memory}</Banner>;
}
