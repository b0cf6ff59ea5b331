import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useWords } from "#lib/words.ts";
import { Button } from "./Button.tsx";
import styles from "./SidePanel.module.css";
import { text } from "./text.ts";

export type SidePanelProps = {
	title: ReactNode;
	children: ReactNode;
	/** « Ouvrir la fiche », beside the cross. */
	actions?: ReactNode;
	onClose: () => void;
};

/** A record looked at without leaving the list: not modal, the arrows of the list go on working. Esc inside it closes it. */
export function SidePanel({ title, children, actions, onClose }: SidePanelProps) {
	const words = useWords(text);
	const titleId = useId();
	const close = useRef(onClose);
	close.current = onClose;
	// As soon as it is drawn: a key pressed at once must not be lost.
	useLayoutEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog:modal, [role=menu], [role=listbox]")) return;
			close.current();
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, []);
	return (
		<aside className={styles.panel} aria-labelledby={titleId}>
			<header className={styles.header}>
				<h2 id={titleId} className={styles.title}>
					{title}
				</h2>
				{actions}
				<Button variant="quiet" size="small" icon="close" iconOnly onClick={onClose}>
					{words.close}
				</Button>
			</header>
			<div className={styles.body}>{children}</div>
		</aside>
	);
}
