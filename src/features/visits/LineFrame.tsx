import type { ReactNode } from "react";
import { Button } from "#ui/Button.tsx";
import styles from "./Report.module.css";

type LineFrameProps = { title: string; remove: string; onRemove: () => void; children: ReactNode };

/** One line of a repeating block, numbered, with the way to take it out. */
export function LineFrame({ title, remove, onRemove, children }: LineFrameProps) {
	return (
		<li className={styles.line}>
			<fieldset className={styles.lineSet}>
				<legend className={styles.lineTitle}>{title}</legend>
				<Button variant="quiet" size="small" icon="close" iconOnly onClick={onRemove} className={styles.lineRemove}>
					{remove}
				</Button>
				<div className={styles.lineFields}>{children}</div>
			</fieldset>
		</li>
	);
}
