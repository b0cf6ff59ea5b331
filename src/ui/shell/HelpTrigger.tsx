import type { Ref } from "react";
import { Icon } from "../Icon.tsx";
import styles from "./Header.module.css";

export type HelpTriggerProps = {
	label: string /** Something new to read: said in words, drawn as a dot. */;
	news?: string | null;
	isOpen: boolean;
	onToggle: () => void;
	ref?: Ref<HTMLButtonElement>;
};

/** Opens and closes the help beside the page. */
export function HelpTrigger({ label, news, isOpen, onToggle, ref }: HelpTriggerProps) {
	return (
		<button ref={ref} type="button" className={styles.helpButton} aria-expanded={isOpen} onClick={onToggle}>
			<Icon name="help" size={20} />
			<span className={styles.helpLabel}>{label}</span>
			{news && (
				<>
					<span className={styles.newsDot} aria-hidden="true" />
					<span className="visually-hidden"> ({news})</span>
				</>
			)}
		</button>
	);
}
