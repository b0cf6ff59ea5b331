import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import styles from "./States.module.css";

export type EmptyStateProps = { title: string; text?: ReactNode; icon?: IconName; action?: ReactNode /** Inside a card: less air. */; compact?: boolean };

/** Nothing here yet, and what to do next. */
export function EmptyState({ title, text, icon = "info", action, compact }: EmptyStateProps) {
	return (
		<div className={classNames(styles.state, compact && styles.compact)}>
			<Icon name={icon} size={compact ? 20 : 28} className={styles.icon} />
			<p className={styles.title}>{title}</p>
			{text && <p className={styles.text}>{text}</p>}
			{action && <div className={styles.action}>{action}</div>}
		</div>
	);
}
