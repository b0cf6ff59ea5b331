import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { cardsShown, closedStage, mostCardsShown } from "#contract/case-board.ts";
import { getBoard, type SupportCaseRow, supportCaseFields } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useWords } from "#lib/words.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { preloadAria } from "#ui/lazy-aria.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { BoardFilters, boardFields } from "./BoardFilters.tsx";
import { BoardSkeleton } from "./BoardSkeleton.tsx";
import { CaseBoard } from "./CaseBoard.tsx";
import { CaseDetails } from "./CaseDetails.tsx";
import { casesSource } from "./cases-source.ts";
import { OvertakenDialog } from "./OvertakenDialog.tsx";
import { boardQuery, isList as isListAddress, lanesOf } from "./queries.ts";
import styles from "./SupportCasesPage.module.css";
import { text } from "./text.ts";
import { useCaseActions } from "./use-case-actions.ts";
import { useCaseColumns } from "./use-case-columns.tsx";

// A move that asks, a pause: their forms come when they are asked for.
const MoveDialog = lazy(async () => ({ default: (await import("./MoveDialog.tsx")).MoveDialog }));
const PauseDialog = lazy(async () => ({ default: (await import("./PauseDialog.tsx")).PauseDialog }));

const rowKey = ({ id }: SupportCaseRow) => id;

/** The pipeline, as a board or as a list; filters, view and open case are the address. */
export function SupportCasesPage() {
	const words = useWords(text);
	const [search, setSearch] = useSearchParams();
	const [said, setSaid] = useState("");
	const { plural } = useFormat();
	const { stages, servicePoints } = useReference();
	const isList = isListAddress(search);
	const view = useListView(casesSource, isList);
	const list = view.state;
	const shownId = search.get("dossier");
	const lanes = lanesOf(search);
	const [more, setMore] = useState<Readonly<Record<string, number>>>({});
	const board = useQuery({ ...boardQuery(list, lanes, more), placeholderData: keepPreviousData, enabled: !isList });
	const set = useCallback(
		(name: string, value: string | null) => setSearch((current) => withParameters(current, { [name]: value }), { replace: true, preventScrollReset: true }),
		[setSearch],
	);
	const show = useCallback((id: string | null) => set("dossier", id), [set]);
	const actions = useCaseActions(setSaid, show);
	useEffect(preloadAria, []);

	const columns = board.data?.columns ?? [];
	const codes = useMemo(() => ({ servicePointId: (id: string) => servicePoints.find((point) => point.id === id)?.name ?? id }), [servicePoints]);
	const naming = useNaming(supportCaseFields, words, codes);
	const listColumns = useCaseColumns();
	return (
		<div className={styles.page}>
			<div className={styles.content}>
				<ListPage
					view={view}
					naming={naming}
					title={words.title}
					sub={isList ? undefined : board.data && <Summary columns={columns} />}
					search={words.search}
					facetsLabel={words.facets}
					facetOrder={{ stage: stages.map(({ code }) => code) }}
					caption={words.caption}
					columns={listColumns}
					rowKey={rowKey}
					rowHref={({ id }) => `?${withParameters(search, { dossier: id })}`}
					onPeek={({ id }) => show(id)}
					currentKey={shownId ?? undefined}
					defaultSort={casesSource.sort}
					alsoSaved={[
						{ header: words.fields.stageEnteredOn, value: (row) => row.stageEnteredOn },
						{ header: words.fields.openedOn, value: (row) => row.openedOn },
						{ header: words.fields.closedOn, value: (row) => row.closedOn },
						{ header: words.fields.sleeping, value: (row) => naming.value("sleeping", String(row.sleeping)) },
						{ header: words.dialog.pausedUntil, value: (row) => row.pausedUntil },
					]}
					footer={plural(view.rows.total, words.cases.one, words.cases.other)}
					actions={
						<Segmented
							label={words.view}
							hideLabel
							compact
							value={isList ? "liste" : "tableau"}
							onChange={(chosen) => set("vue", chosen === "liste" ? "liste" : null)}
							options={[
								{ value: "liste", label: words.list, icon: "list" },
								{ value: "tableau", label: words.board, icon: "board" },
							]}
						/>
					}
					toolbar={!isList && <BoardFilters state={list} counts={view.counts} lanes={lanes} onLanes={(word) => set("couloirs", word)} />}
					toolbarFields={isList ? undefined : boardFields}
					instead={
						isList
							? undefined
							: {
									list: getBoard,
									isEmpty: board.data !== undefined && columns.every(({ total }) => total === 0),
									error: board.data ? null : board.error,
									retry: () => void board.refetch(),
									body: board.data ? (
										<CaseBoard
											board={board.data}
											actions={actions}
											conditions={list.conditions}
											q={list.q}
											shownId={shownId}
											isStale={board.isPlaceholderData}
											lanes={lanes}
											onMore={(stage) => setMore((now) => ({ ...now, [stage]: Math.min((now[stage] ?? cardsShown) + cardsShown, mostCardsShown) }))}
											onShow={show}
										/>
									) : (
										<BoardSkeleton />
									),
								}
					}
					none={{ icon: "cases", title: words.none.title, text: words.none.text, action: <LinkButton to={paths.employers()}>{words.none.action}</LinkButton> }}
					noMatch={{ icon: "search", ...words.empty }}
				/>
			</div>
			{shownId && <CaseDetails key={shownId} id={shownId} actions={actions} onShow={show} onClose={() => show(null)} />}
			<Suspense>
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
				{actions.pausing && (
					<PauseDialog row={actions.pausing} onDone={(until) => actions.pausing && actions.pausedDone(actions.pausing, until)} onClose={actions.cancelPause} />
				)}
			</Suspense>
			<OvertakenDialog moves={actions.moves} />
			<p className="visually-hidden" aria-live="polite">
				{said}
			</p>
		</div>
	);
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
