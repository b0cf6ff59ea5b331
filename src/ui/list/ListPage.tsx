import type { ReactNode } from "react";
import type { EndpointDefinition } from "#contract/endpoint.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import type { Naming } from "#lib/filter-words.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import type { SavedColumn } from "#lib/list-export.ts";
import type { ListView } from "#lib/list-view.ts";
import { parseSort, printSort } from "#lib/sort-text.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "../Button.tsx";
import { EmptyState, type EmptyStateProps } from "../EmptyState.tsx";
import { ErrorState } from "../ErrorState.tsx";
import { DataGrid, type DataGridProps } from "../grid/DataGrid.tsx";
import { Facets } from "../grid/Facets.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { ExportButton } from "./ExportButton.tsx";
import { facetGroups } from "./facet-groups.ts";
import { ListBar, type ListBarProps } from "./ListBar.tsx";
import styles from "./ListPage.module.css";
import { NewsBar } from "./NewsBar.tsx";
import { text } from "./text.ts";

export type ListPageProps<Row> = Pick<DataGridProps<Row>, "columns" | "caption" | "rowKey" | "rowHref" | "onOpen" | "onPeek" | "currentKey" | "selection"> & {
	view: ListView<Row>;
	naming: Naming;
	title: string;
	/** Beside the title, when it says more than how many rows there are. */
	sub?: ReactNode;
	search: ListBarProps["search"];
	facetsLabel: string;
	/** Values in an order of their own; the most frequent first otherwise. */
	facetOrder?: Partial<Record<string, readonly string[]>>;
	/** The API's own order, when the address asks for none: `-recordedOn`. */
	defaultSort: string;
	/** Nothing is recorded at all yet: what to do next. */
	none: EmptyStateProps;
	/** Nothing is in what was asked, when the page has a better word for it. */
	noMatch?: EmptyStateProps;
	/** Under the table: what the rows add up to. */
	footer?: ReactNode;
	/** What the exported file holds besides the columns on the screen. */
	alsoSaved?: readonly SavedColumn<Row>[];
	actions?: ReactNode;
	/** Between the title and the list: where the work it is part of stands. */
	intro?: ReactNode;
	/** Quick choices after the search box. */
	toolbar?: ReactNode;
	/** Fields that these choices show by themselves. */
	toolbarFields?: readonly string[];
	/** The same list drawn otherwise (a board, a week), under the same search and filters. It has no column of facets: its toolbar chooses. */
	instead?: OtherView;
};

export type OtherView = {
	/** Whose news are announced over it. */
	list: EndpointDefinition;
	isEmpty: boolean;
	/** It could not be read at all. */
	error: Error | null;
	retry: () => void;
	body: ReactNode;
};

const skeletonRows = 14;

/** A page that is one list: title and count, search, filters in force, facets, rows; its state is its address. */
export function ListPage<Row>(props: ListPageProps<Row>) {
	const {
		view,
		naming,
		title,
		sub,
		search,
		facetsLabel,
		facetOrder,
		defaultSort,
		none,
		noMatch,
		footer,
		alsoSaved,
		actions,
		intro,
		toolbar,
		toolbarFields,
		instead,
		...grid
	} = props;
	const words = useWords(text);
	const { number } = useFormat();
	const { state, rows, isFiltered } = view;
	const toggle = (field: string, value: string, isOn: boolean) => {
		const chosen = state.chosen(field);
		state.choose(field, isOn ? [...chosen, value] : chosen.filter((one) => one !== value));
	};
	const shown = instead ?? rows;
	const isKnown = !rows.isLoading && !rows.error;
	const hasNothingToFilter = rows.error ? !view.counts : isKnown && view.all === 0;
	const clear = (
		<Button variant="secondary" onClick={state.clear}>
			{words.clear}
		</Button>
	);
	const emptyState =
		isFiltered && view.all !== 0 ? <EmptyState {...(noMatch ?? { icon: "search", ...words.noMatch })} action={clear} /> : <EmptyState {...none} />;
	return (
		<>
			<PageTitle
				title={title}
				sub={sub ?? (isKnown ? (isFiltered && view.all !== undefined ? words.shown(number(rows.total), number(view.all)) : number(rows.total)) : undefined)}
				actions={
					<>
						{isKnown && rows.total > 0 && !instead && (
							<ExportButton
								list={view.list}
								params={view.params}
								query={view.query}
								columns={grid.columns}
								naming={naming}
								alsoSaved={alsoSaved}
								rowKey={grid.rowKey}
								name={title}
							/>
						)}
						{actions}
					</>
				}
			/>
			{intro}
			<ListBar
				search={search}
				q={state.q}
				setQ={state.setQ}
				conditions={state.conditions}
				shownFields={toolbarFields}
				onRemove={state.remove}
				onClear={state.clear}
				naming={naming}
			>
				{toolbar}
			</ListBar>
			<div className={styles.layout}>
				{!instead && view.facets.length > 0 && !hasNothingToFilter && (
					<Facets
						label={facetsLabel}
						groups={facetGroups(view.facets, view.counts, state.chosen, naming, facetOrder)}
						onToggle={toggle}
						formatCount={number}
						busy={view.areCountsStale}
					/>
				)}
				{shown.error ? (
					<ErrorState
						title={words.failed}
						detail={errorSentence(shown.error)}
						requestId={shown.error instanceof ApiError ? shown.error.problem.requestId : undefined}
						onRetry={shown.retry}
					/>
				) : instead ? (
					<NewsBar list={instead.list}>{instead.isEmpty ? emptyState : instead.body}</NewsBar>
				) : (
					<NewsBar list={view.list}>
						<DataGrid
							{...grid}
							total={rows.isLoading ? skeletonRows : rows.total}
							rowAt={rows.rowAt}
							onRangeChange={rows.onRangeChange}
							sort={parseSort(state.sort || defaultSort)}
							onSort={(sort) => state.setSort(printSort(sort))}
							busy={rows.isLoading || rows.isStale}
							footer={
								isKnown &&
								rows.total > 0 && (
									<>
										<span>{footer}</span>
										<span className={styles.hint}>{words.sortHint}</span>
									</>
								)
							}
							emptyState={emptyState}
						/>
					</NewsBar>
				)}
			</div>
		</>
	);
}
