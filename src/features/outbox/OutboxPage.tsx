import { useState } from "react";
import { useFormat } from "#lib/format.ts";
import { outboxOf } from "#lib/outbox/start.ts";
import { useOutbox } from "#lib/outbox/state.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ItemList } from "#ui/ItemList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import styles from "./OutboxPage.module.css";
import { QueuedItem } from "./QueuedItem.tsx";
import { text } from "./text.ts";

/** À synchroniser: what waits on this device, why, and what can be done about it. */
export function OutboxPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { items, isLasting, isFull } = useOutbox();
	const [isSending, setSending] = useState(false);
	const sync = async () => {
		setSending(true);
		const outbox = await outboxOf();
		const end = await outbox?.flush();
		setSending(false);
		addToast(end === "done" ? { text: words.synced } : { tone: "warning", text: words.notSynced });
	};
	return (
		<div className={styles.page}>
			<PageTitle
				title={words.title}
				sub={items.length > 0 ? plural(items.length, words.waiting.one, words.waiting.other) : undefined}
				actions={
					items.some(({ state }) => state === "waiting") && (
						<Button variant="primary" icon="refresh" onClick={() => void sync()} busy={isSending}>
							{words.sync}
						</Button>
					)
				}
			/>
			{!isLasting && <Banner tone="amber">{words.memory}</Banner>}
			{isFull && <Banner tone="red">{words.full}</Banner>}
			{items.length === 0 ? (
				<EmptyState icon="check" title={words.none.title} text={words.none.text} />
			) : (
				<Card>
					<ItemList label={words.caption}>
						{items.map((item) => (
							<QueuedItem key={item.seq} item={item} />
						))}
					</ItemList>
				</Card>
			)}
		</div>
	);
}
