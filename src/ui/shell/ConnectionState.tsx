import type { ReactNode } from "react";
import { Icon } from "../Icon.tsx";
import styles from "./Header.module.css";

export type ConnectionStateProps = { isOnline: boolean; label: string /** What waits to be sent. */; children?: ReactNode };

/** A dot and a word: never the dot alone. */
export function ConnectionState({ isOnline, label, children }: ConnectionStateProps) {
	return (
		<span className={styles.state}>
			{isOnline ? <span className={styles.dot} aria-hidden="true" /> : <Icon name="offline" size={16} />}
			<span className={styles.stateLabel}>{label}</span>
			{children}
		</span>
	);
}
