import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { ImportTarget } from "#contract/import-fields.ts";
import { type ImportOutcome, type ImportRow, importOutcomes, importRowFields } from "#contract/import-rows.ts";
import type { DataImport } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Tag, type Tone } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { CheckActions } from "./CheckActions.tsx";
import { FailedRowsButton } from "./FailedRowsButton.tsx";
import { ImportHead, ImportSub } from "./ImportHead.tsx";
import styles from "./ImportPage.module.css";
import { ImportOutcomeBanner } from "./ImportResult.tsx";
import { ImportProgress } from "./ImportWork.tsx";
import { importRowsSource } from "./import-rows-source.ts";
import type { ImportStep } from "./import-step.ts";
import { OutcomeBar } from "./OutcomeBar.tsx";
import { ResultActions } from "./ResultActions.tsx";
import { RowPanel } from "./RowPanel.tsx";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";
import { useRowWords } from "./use-row-words.ts";

const tones: Record<ImportOutcome, Tone> = { create: "green", update: "info", same: "neutral", skip: "neutral", error: "red" };
const rowKey = ({ rowNumber }: ImportRow) => String(rowNumber);

function useRowColumns(target: ImportTarget, isDone: (row: ImportRow) => boolean): Column<ImportRow>[] {
	const words = useWords(text);
	const { number } = useFormat();
	const { detailOf } = useRowWords(target);
	const isPhone = useIsPhone();
	return useMemo(() => {
		const row: Column<ImportRow> = {
			id: "rowNumber",
			header: words.rows.columns.row,
			cell: ({ rowNumber }) => (isPhone ? words.rows.rowOf(number(rowNumber)) : number(rowNumber)),
			width: "90px",
			sortable: true,
		};
		const name: Column<ImportRow> = {
			id: "name",
			header: words.rows.columns.name,
			cell: (one) => one.name ?? words.rows.unnamed,
			width: "minmax(180px, 1.2fr)",
			sortable: true,
		};
		return [
			...(isPhone ? [name, row] : [row, name]),
			{
				id: "outcome",
				header: words.rows.columns.outcome,
				cell: (one) => <Tag tone={tones[one.outcome]}>{(isDone(one) ? words.oneDone : words.oneOutcome)[one.outcome]}</Tag>,
				width: "150px",
			},
			{
				id: "detail",
				header: words.rows.columns.detail,
				cell: (one) => <span title={detailOf(one)}>{detailOf(one)}</span>,
				width: "minmax(240px, 2fr)",
			},
		];
	}, [words, number, detailOf, isPhone, isDone]);
}

/** The rows of the file, before they are written and after: what each does, one by one or all of an outcome. */
export function ImportRows({ data, step, actions }: { data: DataImport; step: ImportStep; actions: ImportActions }) {
	const words = useWords(text);
	const { plural, prose } = useFormat();
	const [search, setSearch] = useSearchParams();
	const source = useMemo(() => importRowsSource(data.id, data.target), [data.id, data.target]);
	const view = useListView(source);
	const naming = useNaming(importRowFields, words);
	const { state } = data;
	const columns = useRowColumns(
		data.target,
		useCallback(({ isApplied }) => isApplied || state === "undone", [state]),
	);
	const shown = search.get("ligne");
	const addressOf = useCallback((row: string | null) => withParameters(search, { ligne: row }), [search]);
	const show = (row: string | null) => setSearch(addressOf(row), { replace: true, preventScrollReset: true });
	const isReady = data.state === "ready";
	const isOver = step === "result";
	return (
		<div className={styles.page}>
			<div className={styles.content}>
				<ListPage
					view={view}
					naming={naming}
					title={data.fileName}
					sub={<ImportSub data={data} />}
					actions={isOver ? <ResultActions data={data} actions={actions} /> : <CheckActions data={data} actions={actions} />}
					intro={
						<>
							<ImportHead data={data} step={step}>
								{data.state === "checking" ? <ImportProgress data={data} /> : !isReady && <ImportOutcomeBanner data={data} />}
							</ImportHead>
							<OutcomeBar data={data} chosen={view.state.chosen("outcome")} actions={data.can.change ? actions : null} />
						</>
					}
					toolbar={data.counts.error > 0 && <FailedRowsButton id={data.id} />}
					caption={words.rows.caption}
					search={words.rows.search}
					facetsLabel={words.rows.facets}
					facetOrder={{ outcome: importOutcomes }}
					columns={columns}
					rowKey={rowKey}
					rowHref={(row) => `?${addressOf(rowKey(row))}`}
					onPeek={(row) => show(rowKey(row))}
					currentKey={shown ?? undefined}
					defaultSort="rowNumber"
					footer={`${plural(view.rows.total, words.rows.lines.one, words.rows.lines.other)} · ${words.head.kept(prose(data.keptUntil))}`}
					none={{ icon: "list", title: words.rows.none.title, text: words.rows.none.text }}
				/>
			</div>
			{shown && /^\d{1,7}$/.test(shown) && (
				<RowPanel data={data} rowNumber={Number(shown)} actions={data.can.decide ? actions : null} onClose={() => show(null)} />
			)}
		</div>
	);
}
