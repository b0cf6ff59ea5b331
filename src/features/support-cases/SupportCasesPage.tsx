import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { getBoard, supportCaseFields } from "#contract/support-cases.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { useListState } from "#lib/list-state.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { preloadAria } from "#ui/lazy-aria.tsx";
import { NewsBar } from "#ui/list/NewsBar.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { BoardSkeleton } from "./BoardSkeleton.tsx";
import { closedStage } from "./board-state.ts";
import { CaseBoard } from "./CaseBoard.tsx";
import { CaseDetails } from "./CaseDetails.tsx";
import { CaseList } from "./CaseList.tsx";
import { CasesBar } from "./CasesBar.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import { NoCase } from "./NoCase.tsx";
import { OvertakenDialog } from "./OvertakenDialog.tsx";
import { PauseDialog } from "./PauseDialog.tsx";
import { boardQuery, isList as isListAddress } from "./queries.ts";
import styles from "./SupportCasesPage.module.css";
import { text } from "./text.ts";
import { useCaseActions } from "./use-case-actions.ts";

/** The pipeline, as a board or as a list; filters, view and open case are the address. */
export function SupportCasesPage() {
	const words = useWords(text);
	const [search, setSearch] = useSearchParams();
	const [said, setSaid] = useState("");
	const list = useListState(supportCaseFields);
	const isList = isListAddress(search);
	const shownId = search.get("dossier");
	const board = useQuery({ ...boardQuery(list), placeholderData: keepPreviousData, enabled: !isList });
	const set = useCallback(
		(name: string, value: string | null) => setSearch((current) => withParameter(current, name, value), { replace: true, preventScrollReset: true }),
		[setSearch],
	);
	const show = useCallback((id: string | null) => set("dossier", id), [set]);
	const actions = useCaseActions(setSaid, show);
	useEffect(preloadAria, []);

	const columns = board.data?.columns ?? [];
	const isEmpty = board.data !== undefined && columns.every(({ total }) => total === 0);
	return (
		<div className={styles.page}>
			<div className={styles.content}>
				<PageTitle
					title={words.title}
					sub={!isList && board.data && <Summary columns={columns} />}
					actions={
						<Segmented
							label={words.view}
							hideLabel
							compact
							value={isList ? "liste" : "tableau"}
							onChange={(view) => set("vue", view === "liste" ? "liste" : null)}
							options={[
								{ value: "liste", label: words.list, icon: "list" },
								{ value: "tableau", label: words.board, icon: "board" },
							]}
						/>
					}
				/>
				<CasesBar list={list} isList={isList} />
				{isList ? (
					<CaseList list={list} shownId={shownId} hrefOf={(id) => `?${withParameter(search, "dossier", id)}`} onShow={show} />
				) : board.data ? (
					<NewsBar list={getBoard}>
						{isEmpty ? (
							<NoCase list={list} />
						) : (
							<CaseBoard
								board={board.data}
								actions={actions}
								conditions={list.conditions}
								q={list.q}
								shownId={shownId}
								isStale={board.isPlaceholderData}
								onShow={show}
							/>
						)}
					</NewsBar>
				) : board.error ? (
					<ErrorState
						title={words.failed}
						detail={errorSentence(board.error)}
						requestId={board.error instanceof ApiError ? board.error.problem.requestId : undefined}
						onRetry={() => void board.refetch()}
					/>
				) : (
					<BoardSkeleton />
				)}
			</div>
			{shownId && <CaseDetails key={shownId} id={shownId} actions={actions} onClose={() => show(null)} />}
			{actions.moves.asking && (
				<MoveDialog
					key={`${actions.moves.asking.id} ${actions.moves.asking.missing.length}`}
					draft={actions.moves.asking}
					error={actions.moves.error}
					isPending={actions.moves.isPending}
					onAnswer={(answers) => actions.moves.asking && actions.moves.answer(actions.moves.asking, answers)}
					onClose={actions.moves.cancel}
				/>
			)}
			<OvertakenDialog moves={actions.moves} />
			{actions.pausing && (
				<PauseDialog row={actions.pausing} onDone={(until) => actions.pausing && actions.pausedDone(actions.pausing, until)} onClose={actions.cancelPause} />
			)}
			<p className="visually-hidden" aria-live="polite">
				{said}
			</p>
		</div>
	);
}

function withParameter(search: URLSearchParams, name: string, value: string | null): URLSearchParams {
	const next = new URLSearchParams(search);
	if (value === null) next.delete(name);
	else next.set(name, value);
	return next;
}

/** « 94 ouverts · 412 postes · 11 dorment »: the closed column is not counted. */
function Summary({ columns }: { columns: { stage: string; total: number; openPosts: number; sleeping: number }[] }) {
	const words = useWords(text);
	const { plural } = useFormat();
	const open = columns.filter(({ stage }) => stage !== closedStage);
	const sum = (of: "total" | "openPosts" | "sleeping") => open.reduce((total, column) => total + column[of], 0);
	return words.summary(
		plural(sum("total"), words.open.one, words.open.other),
		plural(sum("openPosts"), words.posts.one, words.posts.other),
		plural(sum("sleeping"), words.sleepingCases.one, words.sleepingCases.other),
	);
}
