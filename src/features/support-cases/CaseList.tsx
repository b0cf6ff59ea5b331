import { listSupportCases, type SupportCaseRow } from "#contract/support-cases.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import type { useListState } from "#lib/list-state.ts";
import { parseSort, printSort } from "#lib/sort-text.ts";
import { useWindowedList } from "#lib/windowed-list.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { NewsBar } from "#ui/list/NewsBar.tsx";
import { NoCase } from "./NoCase.tsx";
import { defaultSort } from "./queries.ts";
import { text } from "./text.ts";
import { useCaseColumns } from "./use-case-columns.tsx";

type CaseListProps = { list: ReturnType<typeof useListState>; shownId: string | null; hrefOf: (id: string) => string; onShow: (id: string) => void };

const rowKey = ({ id }: SupportCaseRow) => id;
const skeletonRows = 14;

/** The same cases as the board, one a line; a line opens its case beside the list. */
export function CaseList({ list, shownId, hrefOf, onShow }: CaseListProps) {
	const words = useWords(text);
	const { plural } = useFormat();
	const rows = useWindowedList(listSupportCases, { sort: defaultSort, ...list.query });
	const columns = useCaseColumns();
	if (rows.error)
		return (
			<ErrorState
				title={words.failed}
				detail={errorSentence(rows.error)}
				requestId={rows.error instanceof ApiError ? rows.error.problem.requestId : undefined}
				onRetry={rows.retry}
			/>
		);
	return (
		<NewsBar list={listSupportCases}>
			<DataGrid
				caption={words.caption}
				columns={columns}
				total={rows.isLoading ? skeletonRows : rows.total}
				rowAt={rows.rowAt}
				onRangeChange={rows.onRangeChange}
				rowKey={rowKey}
				rowHref={({ id }) => hrefOf(id)}
				onPeek={({ id }) => onShow(id)}
				currentKey={shownId ?? undefined}
				sort={parseSort(list.sort || defaultSort)}
				onSort={(sort) => list.setSort(printSort(sort))}
				busy={rows.isLoading || rows.isStale}
				footer={!rows.isLoading && <span>{plural(rows.total, words.cases.one, words.cases.other)}</span>}
				emptyState={<NoCase list={list} />}
			/>
		</NewsBar>
	);
}
