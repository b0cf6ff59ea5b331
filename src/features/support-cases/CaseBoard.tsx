import { type CSSProperties, useCallback, useId, useRef, useState } from "react";
import { closedShownDays, closedStage } from "#contract/case-board.ts";
import { type Filter, printFilter } from "#contract/filter.ts";
import type { Board, BoardColumn as ColumnOfBoard, SupportCaseRow } from "#contract/support-cases.ts";
import { addDays } from "#lib/days.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { classNames } from "#ui/class-names.ts";
import { useFillHeight } from "#ui/grid/use-fill-height.ts";
import { useColumnDrag } from "#ui/use-column-drag.ts";
import { useIsPhone } from "#ui/use-media.ts";
import { BoardColumn } from "./BoardColumn.tsx";
import { BoardLane } from "./BoardLane.tsx";
import { groupsOf } from "./board-state.ts";
import styles from "./CaseBoard.module.css";
import { CaseCard } from "./CaseCard.tsx";
import { LaneCell } from "./LaneCell.tsx";
import { LaneHeads } from "./LaneHeads.tsx";
import type { Lanes } from "./queries.ts";
import { text } from "./text.ts";
import { useBoardKeys } from "./use-board-keys.ts";
import type { CaseActions } from "./use-case-actions.ts";

type CaseBoardProps = {
	board: Board;
	actions: CaseActions;
	conditions: Filter[];
	q: string;
	shownId: string | null;
	isStale: boolean;
	lanes: Lanes | undefined;
	onShow: (id: string) => void;
	/** The next cards of a column. */
	onMore: (stage: string) => void;
};

const laneFilter = (kind: Lanes, id: string | null): Filter => {
	const field = kind === "advisor" ? "advisorId" : "servicePointId";
	return id === null ? { field, comparison: "=null=", values: ["true"] } : { field, comparison: "==", values: [id] };
};

/** The eleven stages side by side. A card moves by mouse, from its menu, or under the keys. */
export function CaseBoard({ board, actions, conditions, q, shownId, isStale, lanes: laneKind, onShow, onMore }: CaseBoardProps) {
	const words = useWords(text);
	const { today, personName, servicePoints } = useReference();
	const [folded, setFolded] = useState<readonly string[]>([]);
	const isPhone = useIsPhone();
	const box = useRef<HTMLDivElement>(null);
	const hintId = useId();
	const height = useFillHeight(box, !isPhone, 16);
	const keys = useBoardKeys({
		groups: groupsOf({ ...board, ...(board.lanes ? { lanes: board.lanes.filter(({ id }) => !folded.includes(id ?? "")) } : {}) }),
		box,
		onShow,
		touched: actions.touched,
		isMoving: actions.moves.isPending || actions.moves.asking !== null,
	});

	// A card is drawn again only when its own row changes: what it calls is read at the moment of the call.
	const latest = useRef(actions);
	latest.current = actions;
	const entries = useCallback((row: SupportCaseRow) => latest.current.entries(row), []);
	const drag = useColumnDrag<SupportCaseRow>({
		kind: "application/x-jalon-case",
		mayDrag: ({ can }) => can.move === true,
		columnOf: ({ stage }) => stage,
		onDrop: actions.moves.request,
	});
	const restHref = (stage: string, lane?: string | null) => {
		const ofStage: Filter[] = [...conditions, { field: "stage", comparison: "==", values: [stage] }];
		const ofLane: Filter[] = lane === undefined || !laneKind ? [] : [laneFilter(laneKind, lane)];
		const recent: Filter[] =
			stage === closedStage
				? [
						{ field: "closedOn", comparison: "=ge=", values: [addDays(today, -closedShownDays)] },
						{ field: "archived", comparison: "==", values: ["false"] },
					]
				: [];
		return paths.supportCases({ q, filtre: printFilter({ all: [...ofStage, ...ofLane, ...recent] }), vue: "liste" });
	};
	const cards = (column: ColumnOfBoard) =>
		column.items.map((row) => (
			<CaseCard
				key={row.id}
				row={row}
				today={today}
				advisorName={row.advisorId && personName(row.advisorId)}
				isActive={row.id === keys.active}
				isShown={row.id === shownId}
				isDragged={drag.dragged?.id === row.id}
				entries={entries}
				onActivate={keys.activate}
				onDragStart={drag.start}
				onDragEnd={drag.end}
			/>
		));
	const placeProps = (column: ColumnOfBoard, place: string, lane?: string | null) => ({
		column,
		isOver: drag.over === place,
		isTarget: drag.dragged !== null && drag.dragged.stage !== column.stage,
		restHref: restHref(column.stage, lane),
		onMore: () => onMore(column.stage),
		dropProps: drag.targetProps(column.stage, place),
	});
	const laneName = (id: string | null) =>
		laneKind === "servicePoint"
			? (servicePoints.find((point) => point.id === id)?.name ?? words.noServicePoint)
			: id === null
				? words.noAdvisor
				: personName(id);
	return (
		<>
			<p id={hintId} className="visually-hidden">
				{words.boardHint}
			</p>
			{/* biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveElementInteractions: regions, not form controls; the keys are those of the cards inside */}
			<div
				ref={box}
				role="group"
				aria-label={words.board}
				aria-describedby={hintId}
				aria-busy={isStale || undefined}
				className={classNames(styles.board, board.lanes && styles.laned)}
				style={{ "--fill": height === undefined ? "auto" : `${height}px` } as CSSProperties}
				onKeyDown={keys.onKeyDown}
			>
				{board.lanes && <LaneHeads columns={board.columns} />}
				{board.lanes?.map((lane) => {
					const key = lane.id ?? "";
					return (
						<BoardLane
							key={key}
							lane={lane}
							name={laneName(lane.id)}
							isOpen={!folded.includes(key)}
							onToggle={() => setFolded((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]))}
						>
							{lane.columns.map((column) => (
								<LaneCell key={column.stage} {...placeProps(column, `${key} ${column.stage}`, lane.id)}>
									{cards(column)}
								</LaneCell>
							))}
						</BoardLane>
					);
				})}
				{!board.lanes &&
					board.columns.map((column) => (
						<BoardColumn key={column.stage} {...placeProps(column, column.stage)}>
							{cards(column)}
						</BoardColumn>
					))}
			</div>
		</>
	);
}
