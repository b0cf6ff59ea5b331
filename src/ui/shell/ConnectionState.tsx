import { Icon } from "../Icon.tsx";
import styles from "./Header.module.css";

export type ConnectionStateProps = { isOnline: boolean; label: string };

/** A dot and a word: never the dot alone. */
export function ConnectionState({ isOnline, label }: ConnectionStateProps) {
	return (
		<span className={styles.state}>
			{isOnline ? <span className={styles.dot} aria-hidden="true" /> : <Icon name="offline" size={16} />}
			<span className={styles.stateLabel}>{label}</span>
		</span>
	);
}
