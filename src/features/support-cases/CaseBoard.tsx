import { type CSSProperties, useCallback, useId, useRef } from "react";
import { type Filter, printFilter } from "#contract/filter.ts";
import type { Board, SupportCaseRow } from "#contract/support-cases.ts";
import { addDays } from "#lib/days.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { useFillHeight } from "#ui/grid/use-fill-height.ts";
import { useIsPhone } from "#ui/use-media.ts";
import { BoardColumn } from "./BoardColumn.tsx";
import { closedStage } from "./board-state.ts";
import styles from "./CaseBoard.module.css";
import { CaseCard } from "./CaseCard.tsx";
import { text } from "./text.ts";
import { useBoardDrag } from "./use-board-drag.ts";
import { useBoardKeys } from "./use-board-keys.ts";
import type { CaseActions } from "./use-case-actions.ts";

type CaseBoardProps = {
	board: Board;
	actions: CaseActions;
	conditions: Filter[];
	q: string;
	shownId: string | null;
	isStale: boolean;
	onShow: (id: string) => void;
};

const closedShownDays = 90;

/** The eleven stages side by side. A card moves by mouse, from its menu, or under the keys. */
export function CaseBoard({ board, actions, conditions, q, shownId, isStale, onShow }: CaseBoardProps) {
	const words = useWords(text);
	const { today, personName } = useReference();
	const isPhone = useIsPhone();
	const box = useRef<HTMLDivElement>(null);
	const hintId = useId();
	const height = useFillHeight(box, !isPhone, 16);
	const keys = useBoardKeys({
		columns: board.columns,
		box,
		onShow,
		touched: actions.touched,
		isMoving: actions.moves.isPending || actions.moves.asking !== null,
	});

	// A card is drawn again only when its own row changes: what it calls is read at the moment of the call.
	const latest = useRef(actions);
	latest.current = actions;
	const entries = useCallback((row: SupportCaseRow) => latest.current.entries(row), []);
	const drag = useBoardDrag(actions.moves.request);
	const restHref = (stage: string) => {
		const ofStage: Filter[] = [...conditions, { field: "stage", comparison: "==", values: [stage] }];
		const recent: Filter[] = stage === closedStage ? [{ field: "closedOn", comparison: "=ge=", values: [addDays(today, -closedShownDays)] }] : [];
		return paths.supportCases({ q, filtre: printFilter({ all: [...ofStage, ...recent] }), vue: "liste" });
	};
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
				className={styles.board}
				style={{ "--fill": height === undefined ? "auto" : `${height}px` } as CSSProperties}
				onKeyDown={keys.onKeyDown}
			>
				{board.columns.map((column) => (
					<BoardColumn
						key={column.stage}
						column={column}
						isOver={drag.over === column.stage}
						isTarget={drag.dragged !== null && drag.dragged.stage !== column.stage}
						restHref={restHref(column.stage)}
						dropProps={drag.targetProps(column.stage)}
					>
						{column.items.map((row) => (
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
						))}
					</BoardColumn>
				))}
			</div>
		</>
	);
}
