import { useEffect, useRef, useState } from "react";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "../Button.tsx";
import styles from "./ExportButton.module.css";
import type { FileExport } from "./export-file.ts";
import { text } from "./text.ts";

export type ExportButtonProps<Row> = Omit<FileExport<Row>, "today" | "language" | "onProgress" | "signal">;

/** « Exporter (CSV) »: exactly the rows of the list as it is filtered, all of them. A long one says how far it is, and can be given up. */
export function ExportButton<Row>(what: ExportButtonProps<Row>) {
	const words = useWords(text).exporting;
	const { number, plural } = useFormat();
	const language = useLanguage();
	const { today } = useReference();
	const [progress, setProgress] = useState<{ written: number; total: number } | null>(null);
	const running = useRef<AbortController | null>(null);
	// Leaving the page gives it up.
	useEffect(() => () => running.current?.abort(), []);
	const start = async () => {
		const abort = new AbortController();
		running.current = abort;
		setProgress({ written: 0, total: 0 });
		try {
			const { exportFile } = await import("./export-file.ts");
			const { rows, expected } = await exportFile({
				...what,
				today,
				language,
				onProgress: (written, total) => setProgress({ written, total }),
				signal: abort.signal,
			});
			const said = plural(rows, words.done.one, words.done.other);
			addToast(rows === expected ? { text: said } : { tone: "info", text: words.changed(said, number(expected)) });
		} catch (error) {
			if (!abort.signal.aborted) addToast({ tone: "error", text: words.failed(errorSentence(error as Error)) });
		} finally {
			running.current = null;
			setProgress(null);
		}
	};
	const percent = progress && progress.total > 0 ? Math.floor((100 * progress.written) / progress.total) : 0;
	return (
		<span className={styles.place}>
			{progress ? (
				<Button icon="close" onClick={() => running.current?.abort()}>
					{words.cancel}
				</Button>
			) : (
				<Button icon="download" onClick={() => void start()}>
					{words.action}
				</Button>
			)}
			{progress && (
				<span
					role="progressbar"
					aria-label={words.progress}
					aria-valuemin={0}
					aria-valuemax={100}
					aria-valuenow={percent}
					aria-valuetext={words.of(number(progress.written), number(progress.total))}
					className={styles.progress}
				>
					<span style={{ inlineSize: `${percent}%` }} className={styles.bar} />
				</span>
			)}
		</span>
	);
}
