import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Icon } from "#ui/Icon.tsx";
import { Item } from "#ui/ItemList.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";
import { text } from "./text.ts";
import styles from "./UploadItem.module.css";
import { forget, type Upload } from "./uploads.ts";
import { useSize } from "./use-size.ts";

/** A file on its way: how far it is, or why it stays, and what can be done about it. */
export function UploadItem({ upload: { id, file, state, sent, size, reason }, onRetry }: { upload: Upload; onRetry: () => void }) {
	const words = useWords(text);
	const sizeOf = useSize();
	const said = reason && Object.hasOwn(words.refused, reason) ? words.refused[reason as keyof typeof words.refused] : reason;
	const isStopped = state === "cut" || state === "refused";
	return (
		<Item
			title={
				state === "sending" ? <ProgressBar label={words.sending(file.name)} done={sent} of={size} detail={words.sent(sizeOf(sent), sizeOf(size))} /> : file.name
			}
			end={
				<span className={styles.actions}>
					{state === "cut" && (
						<Button size="small" icon="refresh" aria-label={words.retryOf(file.name)} onClick={onRetry}>
							{words.retry}
						</Button>
					)}
					<Button
						size="small"
						variant="quiet"
						aria-label={state === "refused" ? words.forgetOf(file.name) : words.giveUpOf(file.name)}
						onClick={() => forget(id)}
					>
						{state === "refused" ? words.forget : words.giveUp}
					</Button>
				</span>
			}
		>
			{state === "waiting" && words.waiting}
			{isStopped && (
				<span className={styles.reason} role="alert">
					<Icon name={state === "cut" ? "offline" : "warning"} size={16} /> {state === "cut" ? (said ?? words.cut) : said}
				</span>
			)}
		</Item>
	);
}
