import type { HTMLAttributes, ReactNode } from "react";
import type { BoardColumn } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { classNames } from "#ui/class-names.ts";
import styles from "./CaseBoard.module.css";
import { ColumnRest } from "./ColumnRest.tsx";
import { text } from "./text.ts";

type LaneCellProps = {
	column: BoardColumn;
	isOver: boolean;
	isTarget: boolean;
	restHref: string;
	onMore: () => void;
	dropProps: HTMLAttributes<HTMLElement>;
	children: ReactNode;
};

/** One stage of one lane: its counts are of the whole cell. */
export function LaneCell({ column, isOver, isTarget, restHref, onMore, dropProps, children }: LaneCellProps) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const { stageShort } = useReference();
	const { stage, total, openPosts, items } = column;
	return (
		<div
			className={classNames(styles.cell, isTarget && styles.target, isOver && styles.over, total === 0 && styles.emptyCell)}
			data-stage={stage}
			{...dropProps}
		>
			<h3 className={styles.cellHead}>
				<span className={styles.cellStage}>{stageShort(stage)}</span>
				<span className={styles.count}>
					{total === 0 ? "" : openPosts === 0 ? number(total) : words.columnCount(number(total), plural(openPosts, words.posts.one, words.posts.other))}
				</span>
			</h3>
			{items.length > 0 && <ul className={styles.cards}>{children}</ul>}
			{total > items.length && <ColumnRest shown={items.length} total={total} stage={stageShort(stage)} href={restHref} onMore={onMore} />}
		</div>
	);
}
