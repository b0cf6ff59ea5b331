import { useQuery } from "@tanstack/react-query";
import type { DataImport } from "#contract/imports.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { SidePanel } from "#ui/SidePanel.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { importRowQuery } from "./queries.ts";
import { RowCells, RowChanges, RowErrors } from "./RowContent.tsx";
import { RowDecision } from "./RowDecision.tsx";
import styles from "./RowPanel.module.css";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";

export type RowPanelProps = { data: DataImport; rowNumber: number; actions: ImportActions | null; onClose: () => void };

/** One row beside the list: what it says, what it changes, what it may double, and what is decided of it. */
export function RowPanel({ data, rowNumber, actions, onClose }: RowPanelProps) {
	const words = useWords(text).row;
	const { number } = useFormat();
	const { data: page, error, refetch } = useQuery(importRowQuery(data.id, rowNumber));
	const row = page?.items[0];
	return (
		<SidePanel
			title={words.panel(number(rowNumber))}
			onClose={onClose}
			actions={
				row?.isApplied &&
				row.employerId && (
					<LinkButton size="small" to={paths.employer(row.employerId)}>
						{words.open}
					</LinkButton>
				)
			}
		>
			{error && !page && <ErrorState title={errorSentence(error)} onRetry={() => void refetch()} />}
			{!page && !error && <Skeleton shape="rows" rows={5} />}
			{page && !row && <p>{words.gone}</p>}
			{row && (
				<div className={styles.content}>
					<h3>{row.name}</h3>
					{row.errors.length > 0 && <RowErrors errors={row.errors} />}
					{actions && !row.isApplied && <RowDecision row={row} target={data.target} actions={actions} />}
					{row.changes.length > 0 && <RowChanges changes={row.changes} />}
					<RowCells row={row} columns={data.columns} />
				</div>
			)}
		</SidePanel>
	);
}
