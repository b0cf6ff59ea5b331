import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "#lib/words.ts";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./Dialog.module.css";
import { text } from "./text.ts";

export type DialogProps = {
	title: ReactNode;
	children: ReactNode;
	/** Actions, the main one last. */
	footer?: ReactNode;
	/** Esc, the cross, the backdrop. Mounted means open: the parent unmounts it. */
	onClose: () => void;
	size?: "small" | "medium" | "large";
	/** Something was typed: a stray click outside must not lose it. */
	keepOnBackdrop?: boolean;
	/** Submits the dialog as a form. */
	onSubmit?: () => void;
};

/** A modal on the browser's own `<dialog>`: inert page, Esc, top layer. A full-screen sheet on a phone. */
export function Dialog({ title, children, footer, onClose, size = "medium", keepOnBackdrop, onSubmit }: DialogProps) {
	const titleId = useId();
	const words = useWords(text);
	const dialog = useRef<HTMLDialogElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);

	useEffect(() => {
		const element = dialog.current;
		const before = document.activeElement;
		element?.showModal();
		const first = element?.querySelector<HTMLElement>("[data-autofocus], [data-body] :is(input:not([type=hidden]), select, textarea)");
		(first ?? heading.current)?.focus();
		return () => {
			element?.close();
			// Removing an open dialog from the page loses the focus; the browser only returns it on close().
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);

	const Body = onSubmit ? "form" : "div";
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the click is the backdrop's; Esc does the same from the keyboard
		<dialog
			ref={dialog}
			className={classNames(styles.dialog, styles[size])}
			aria-labelledby={titleId}
			data-unsaved={keepOnBackdrop || undefined}
			onCancel={(event) => {
				if (event.target !== event.currentTarget) return;
				event.preventDefault();
				onClose();
			}}
			onClick={(event) => {
				if (event.target === event.currentTarget && !keepOnBackdrop) onClose();
			}}
		>
			<Body
				className={styles.frame}
				{...(onSubmit && {
					noValidate: true,
					onSubmit: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
						event.preventDefault();
						event.stopPropagation();
						onSubmit();
					},
				})}
			>
				<div className={styles.header}>
					<h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
						{title}
					</h2>
					<Button variant="quiet" size="small" icon="close" iconOnly onClick={onClose} className={styles.close}>
						{words.close}
					</Button>
				</div>
				<div className={styles.body} data-body>
					{children}
				</div>
				{footer && <footer className={styles.footer}>{footer}</footer>}
			</Body>
		</dialog>
	);
}
