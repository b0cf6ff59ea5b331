import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { listVisits, type VisitRow, visitFields } from "#contract/visits.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { useListState } from "#lib/list-state.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { parseSort, printSort } from "#lib/sort-text.ts";
import { useWindowedList } from "#lib/windowed-list.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { NewsBar } from "#ui/list/NewsBar.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { allVisitsQuery } from "./queries.ts";
import { text } from "./text.ts";
import { useVisitColumns } from "./use-visit-columns.tsx";
import { VisitFacets } from "./VisitFacets.tsx";
import { VisitsBar } from "./VisitsBar.tsx";
import styles from "./VisitsPage.module.css";

const rowKey = ({ id }: VisitRow) => id;
const rowHref = ({ id }: VisitRow) => paths.visit(id);
const skeletonRows = 14;

/** Every visit of the region, the latest first: search, facets and sort are the address. */
export function VisitsPage() {
	const words = useWords(text);
	const { number } = useFormat();
	const may = useMay();
	const list = useListState(visitFields);
	const rows = useWindowedList(listVisits, list.query);
	const columns = useVisitColumns();
	const isFiltered = list.q !== "" || list.filter !== "";
	const all = useQuery({ ...allVisitsQuery, enabled: isFiltered, placeholderData: keepPreviousData });
	const canLog = may("createVisit");
	const shown = number(rows.total);
	return (
		<>
			<PageTitle
				title={words.title}
				sub={rows.isLoading || rows.error ? undefined : isFiltered && all.data ? words.shown(shown, number(all.data.total)) : words.total(rows.total, shown)}
				actions={
					canLog && (
						<LinkButton to={paths.newVisit()} variant="primary">
							{words.log.title}
						</LinkButton>
					)
				}
			/>
			<VisitsBar list={list} />
			<div className={styles.layout}>
				<VisitFacets list={list} areRowsHere={!rows.isLoading && !rows.isStale} />
				{rows.error ? (
					<ErrorState
						title={words.failed}
						detail={rows.error.message}
						requestId={rows.error instanceof ApiError ? rows.error.problem.requestId : undefined}
						onRetry={rows.retry}
					/>
				) : (
					<NewsBar list={listVisits}>
						<DataGrid
							caption={words.caption}
							columns={columns}
							total={rows.isLoading ? skeletonRows : rows.total}
							rowAt={rows.rowAt}
							onRangeChange={rows.onRangeChange}
							rowKey={rowKey}
							rowHref={rowHref}
							sort={parseSort(list.sort || "-occurredOn")}
							onSort={(sort) => list.setSort(printSort(sort))}
							busy={rows.isLoading || rows.isStale}
							emptyState={
								isFiltered ? (
									<EmptyState
										icon="search"
										title={words.noMatch.title}
										text={words.noMatch.text}
										action={<Button onClick={list.clear}>{words.clear}</Button>}
									/>
								) : (
									<EmptyState
										icon="visits"
										title={words.none.title}
										text={words.none.text}
										action={canLog && <LinkButton to={paths.newVisit()}>{words.none.action}</LinkButton>}
									/>
								)
							}
						/>
					</NewsBar>
				)}
			</div>
		</>
	);
}
