import { useFormat } from "#lib/format.ts";
import type { Item as Queued } from "#lib/outbox/item.ts";
import { outboxOf } from "#lib/outbox/start.ts";
import { paths } from "#lib/paths.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Item } from "#ui/ItemList.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Tag } from "#ui/Tag.tsx";
import { nameOf } from "./name-of.ts";
import styles from "./OutboxPage.module.css";
import { text } from "./text.ts";

const pageOf = ({ subject }: Queued): string | null =>
	subject.kind === "visits" ? paths.visit(subject.id) : subject.kind === "follow-ups" ? paths.followUps({ suivi: subject.id }) : null;

const tones = { waiting: "info", refused: "red", conflict: "amber" } as const;

/** One write that waits: what it is, since when, what keeps it, and the ways out. */
export function QueuedItem({ item }: { item: Queued }) {
	const words = useWords(text);
	const { moment, list } = useFormat();
	const { state, refusal } = item;
	const page = pageOf(item);
	const name = nameOf(item, list);
	const discard = async () => {
		const end = await (await outboxOf())?.giveUp(item);
		if (end?.error) return addToast({ tone: "warning", text: words.notDiscarded });
		const restore = end?.restore;
		return addToast({ text: words.discarded, ...(restore && { action: { label: words.undo, onAction: () => void restore() } }) });
	};
	return (
		<Item
			title={
				<>
					<span className="strong">{words.operations[item.operation] ?? words.other}</span>
					{name && ` · ${name}`}
				</>
			}
			end={<Tag tone={tones[state]}>{words.state[state]}</Tag>}
		>
			<span className="muted">{words.because[state === "conflict" ? "conflict" : "waiting"](moment(item.keptAt))}</span>
			{state === "refused" && refusal && (
				<p className={styles.refusal}>
					{refusal.title} {[...new Set(refusal.errors.map(({ message }) => message))].filter((message) => message !== refusal.title).join(" ")}
				</p>
			)}
			<div className={styles.actions}>
				{state === "conflict" && (
					<Button size="small" variant="primary" onClick={() => void outboxOf()?.then(({ choose }) => choose(item))}>
						{words.choose}
					</Button>
				)}
				{state !== "conflict" && (
					<Button size="small" onClick={() => void outboxOf()?.then(({ retry }) => retry(item))}>
						{words.retry}
					</Button>
				)}
				{page && (
					<LinkButton size="small" to={page}>
						{state === "refused" ? words.correct : words.edit}
					</LinkButton>
				)}
				<Button size="small" variant="quiet" onClick={() => void discard()}>
					{words.discard}
				</Button>
			</div>
		</Item>
	);
}
