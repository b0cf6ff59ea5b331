import type { DataImport } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";
import { ImportHead, ImportSub } from "./ImportHead.tsx";
import styles from "./ImportPage.module.css";
import type { ImportStep } from "./import-step.ts";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";

/** The house works by itself: how far it is, and the way to stop it. */
export function ImportWork({ data, step, actions }: { data: DataImport; step: ImportStep; actions: ImportActions }) {
	const words = useWords(text);
	return (
		<>
			<PageTitle title={data.fileName} sub={<ImportSub data={data} />} />
			<ImportHead data={data} step={step} />
			<div className={styles.narrow}>
				<div className={styles.work}>
					<ImportProgress data={data} />
					<p className={styles.muted}>{words.applying.leave}</p>
					{data.can.cancel && (
						<Button busy={actions.isPending} onClick={actions.cancel}>
							{data.state === "applying" ? words.applying.stop : words.head.giveUp}
						</Button>
					)}
				</div>
			</div>
		</>
	);
}

export function ImportProgress({ data: { state, progress, fileName } }: { data: DataImport }) {
	const words = useWords(text);
	const { number } = useFormat();
	const label =
		state === "reading"
			? words.file.reading(fileName)
			: state === "checking"
				? words.check.progress
				: state === "undoing"
					? words.applying.undoing
					: words.applying.progress;
	const total = progress?.total ?? null;
	return (
		<ProgressBar
			label={label}
			done={progress?.done ?? 0}
			of={total}
			detail={total !== null && progress ? words.check.detail(number(progress.done), number(total)) : undefined}
		/>
	);
}
