import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type EmployerRow, employerFields, listEmployers } from "#contract/employers.ts";
import { errorSentence } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { useListState } from "#lib/list-state.ts";
import { paths } from "#lib/paths.ts";
import { useSession } from "#lib/session.ts";
import { parseSort, printSort } from "#lib/sort-text.ts";
import { useWindowedList } from "#lib/windowed-list.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { EmployerFacets } from "./EmployerFacets.tsx";
import { EmployersBar } from "./EmployersBar.tsx";
import styles from "./EmployersPage.module.css";
import { allEmployersQuery } from "./queries.ts";
import { text } from "./text.ts";
import { useEmployerColumns } from "./use-employer-columns.tsx";

const rowKey = ({ id }: EmployerRow) => id;
const rowHref = ({ id }: EmployerRow) => paths.employer(id);
const skeletonRows = 14;

/** Every employer of the region, whatever their number: search, facets and sorts are the address. */
export function EmployersPage() {
	const words = useWords(text);
	const { number } = useFormat();
	const { operations } = useSession();
	const list = useListState(employerFields);
	const rows = useWindowedList(listEmployers, list.query);
	const columns = useEmployerColumns();
	const isFiltered = list.q !== "" || list.filter !== "";
	const all = useQuery({ ...allEmployersQuery, enabled: isFiltered, placeholderData: keepPreviousData });
	const canAdd = operations.includes("createEmployer");
	const clear = (
		<Button variant="secondary" onClick={list.clear}>
			{words.clear}
		</Button>
	);
	const shown = number(rows.total);
	return (
		<>
			<PageTitle
				title={words.title}
				sub={rows.isLoading || rows.error ? undefined : isFiltered && all.data ? words.shown(shown, number(all.data.total)) : shown}
				actions={
					canAdd && (
						<LinkButton to={paths.newEmployer()} variant="primary">
							{words.add}
						</LinkButton>
					)
				}
			/>
			<EmployersBar list={list} />
			<div className={styles.layout}>
				<EmployerFacets list={list} areRowsHere={!rows.isLoading && !rows.isStale} />
				{rows.error ? (
					<ErrorState
						title={words.failed}
						detail={errorSentence(rows.error)}
						requestId={rows.error instanceof ApiError ? rows.error.problem.requestId : undefined}
						onRetry={rows.retry}
					/>
				) : (
					<DataGrid
						caption={words.caption}
						columns={columns}
						total={rows.isLoading ? skeletonRows : rows.total}
						rowAt={rows.rowAt}
						onRangeChange={rows.onRangeChange}
						rowKey={rowKey}
						rowHref={rowHref}
						sort={parseSort(list.sort || "name")}
						onSort={(sort) => list.setSort(printSort(sort))}
						busy={rows.isLoading || rows.isStale}
						footer={rows.isLoading ? undefined : <Totals total={rows.total} rowAt={rows.rowAt} />}
						emptyState={
							isFiltered ? (
								<EmptyState icon="search" title={words.noMatch.title} text={words.noMatch.text} action={clear} />
							) : (
								<EmptyState
									icon="employers"
									title={words.none.title}
									text={words.none.text}
									action={canAdd && <LinkButton to={paths.newEmployer()}>{words.none.action}</LinkButton>}
								/>
							)
						}
					/>
				)}
			</div>
		</>
	);
}

/** What the rows add up to; the posts only when every row is here: a partial sum would be a false figure. */
function Totals({ total, rowAt }: { total: number; rowAt: (index: number) => EmployerRow | undefined }) {
	const words = useWords(text);
	const { plural } = useFormat();
	const loaded = Array.from({ length: Math.min(total, 1000) }, (_, index) => rowAt(index)).filter((row) => row !== undefined);
	const posts = loaded.reduce((sum, row) => sum + row.openPosts, 0);
	return (
		<>
			<span>
				{plural(total, words.employers.one, words.employers.other)}
				{loaded.length === total && total > 0 && ` · ${plural(posts, words.openPosts.one, words.openPosts.other)}`}
			</span>
			<span>{words.sortHint}</span>
		</>
	);
}
