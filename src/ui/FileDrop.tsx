import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./FileDrop.module.css";
import { Icon } from "./Icon.tsx";

export type FileDropProps = {
	/** « Déposez votre fichier ici ». */
	label: string;
	/** Between the words and the button. */
	or: string;
	choose: string;
	help: string;
	/** Why the last file was not taken. */
	error?: string | null;
	/** `.xlsx,.csv`: what the browser's window shows first. Another file may still be dropped: who receives it says why it cannot be read. */
	accept: string;
	onFiles: (files: File[]) => void;
};

/** A place to drop a file, and the button that does the same for whoever does not drag. */
export function FileDrop({ label, or, choose, help, error, accept, onFiles }: FileDropProps) {
	const input = useRef<HTMLInputElement>(null);
	const [isOver, setIsOver] = useState(false);
	const [helpId, errorId] = [useId(), useId()];
	const take = (list: FileList | null) => {
		const files = [...(list ?? [])];
		if (files.length > 0) onFiles(files);
	};
	const over = (event: DragEvent) => {
		if (!event.dataTransfer.types.includes("Files")) return;
		event.preventDefault();
		setIsOver(true);
	};
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementInteractions: dropping is the mouse's shortcut for the button inside
		// biome-ignore lint/a11y/noStaticElementInteractions: the button is the keyboard's way
		<div
			className={classNames(styles.drop, isOver && styles.over)}
			onDragEnter={over}
			onDragOver={over}
			onDragLeave={() => setIsOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setIsOver(false);
				take(event.dataTransfer.files);
			}}
		>
			<Icon name="upload" size={32} className={styles.icon} />
			<p className={styles.label}>
				{label} <span className={styles.or}>{or}</span>
			</p>
			<Button variant="primary" onClick={() => input.current?.click()} aria-describedby={classNames(helpId, error && errorId)}>
				{choose}
			</Button>
			<input
				ref={input}
				type="file"
				accept={accept}
				hidden
				onChange={(event) => {
					take(event.target.files);
					// The same file, mended, may be chosen again.
					event.target.value = "";
				}}
			/>
			<p id={helpId} className={styles.help}>
				{help}
			</p>
			{error && (
				<p id={errorId} className={styles.error} role="alert">
					<Icon name="warning" size={16} /> {error}
				</p>
			)}
		</div>
	);
}
