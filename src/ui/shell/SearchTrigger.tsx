import { Icon } from "../Icon.tsx";
import styles from "./Header.module.css";

export type SearchTriggerProps = { label: string /** « Ctrl K » */; keys?: string; onOpen: () => void };

/** Looks like a search box, opens the palette: the real box is there. */
export function SearchTrigger({ label, keys, onOpen }: SearchTriggerProps) {
	return (
		<button type="button" className={styles.find} onClick={onOpen} aria-keyshortcuts={keys ? "Control+K" : undefined} aria-haspopup="dialog">
			<Icon name="search" className={styles.findIcon} />
			<span className={styles.findLabel}>{label}</span>
			{keys && (
				<span className={styles.keys} aria-hidden="true">
					{keys}
				</span>
			)}
		</button>
	);
}
