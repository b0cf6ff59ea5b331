import { type DragEvent, type ReactNode, useState } from "react";
import styles from "./DropZone.module.css";

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

/** Files dropped here are this record's: what the window does with a file dropped elsewhere is not asked. The button inside is the keyboard's way. */
export function DropZone({ label, onFiles, children }: { label: string; onFiles: ((files: File[]) => void) | null; children: ReactNode }) {
	const [depth, setDepth] = useState(0);
	const over = (event: DragEvent) => {
		if (!onFiles || !hasFiles(event)) return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementInteractions: dropping is the mouse's shortcut for the button inside
		// biome-ignore lint/a11y/noStaticElementInteractions: the button is the keyboard's way
		<div
			className={styles.zone}
			onDragEnter={(event) => {
				over(event);
				if (hasFiles(event)) setDepth((before) => before + 1);
			}}
			onDragLeave={() => setDepth((before) => Math.max(0, before - 1))}
			onDragOver={over}
			onDrop={(event) => {
				over(event);
				setDepth(0);
				const files = [...event.dataTransfer.files];
				if (onFiles && files.length > 0) onFiles(files);
			}}
		>
			{children}
			{onFiles && depth > 0 && (
				<div className={styles.over} aria-hidden="true">
					{label}
				</div>
			)}
		</div>
	);
}
