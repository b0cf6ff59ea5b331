import type { ReactNode } from "react";
import { useWords } from "#lib/words.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./States.module.css";
import { text } from "./text.ts";

export type ErrorStateProps = { title: string; detail?: ReactNode; requestId?: string; onRetry?: () => void; action?: ReactNode };

/** What failed, in a sentence, with the number to quote and a way to try again. */
export function ErrorState({ title, detail, requestId, onRetry, action }: ErrorStateProps) {
	const words = useWords(text);
	return (
		<div className={styles.state} role="alert">
			<Icon name="warning" size={28} className={styles.alarm} />
			<p className={styles.title}>{title}</p>
			{detail && <p className={styles.text}>{detail}</p>}
			{requestId && <p className={styles.request}>{words.requestId(requestId)}</p>}
			{(onRetry || action) && (
				<div className={styles.action}>
					{onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
					{action}
				</div>
			)}
		</div>
	);
}
