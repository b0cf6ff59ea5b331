import { type HTMLAttributes, type ReactNode, useId } from "react";
import { closedStage } from "#contract/case-board.ts";
import type { Board } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { classNames } from "#ui/class-names.ts";
import styles from "./CaseBoard.module.css";
import { ColumnRest } from "./ColumnRest.tsx";
import { text } from "./text.ts";

type BoardColumnProps = {
	column: Board["columns"][number];
	isOver: boolean;
	isTarget: boolean;
	/** The list of what the column does not show. */
	restHref: string;
	onMore: () => void;
	dropProps: HTMLAttributes<HTMLElement>;
	children: ReactNode;
};

/** One stage: how many cases and posts it holds in all, and its first cards. */
export function BoardColumn({ column, isOver, isTarget, restHref, onMore, dropProps, children }: BoardColumnProps) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const { stageLabel, stageShort } = useReference();
	const titleId = useId();
	const isClosed = column.stage === closedStage;
	return (
		<section
			className={classNames(styles.column, isTarget && styles.target, isOver && styles.over)}
			aria-labelledby={titleId}
			data-stage={column.stage}
			{...dropProps}
		>
			<header className={styles.head}>
				<h2 id={titleId} className={styles.stage} title={stageLabel(column.stage)}>
					{stageShort(column.stage)}
				</h2>
				<span className={styles.count}>
					{isClosed || column.openPosts === 0
						? number(column.total)
						: words.columnCount(number(column.total), plural(column.openPosts, words.posts.one, words.posts.other))}
				</span>
			</header>
			{isClosed && <p className={styles.note}>{words.closedSince}</p>}
			{isOver && <div className={styles.place} aria-hidden="true" />}
			{column.items.length > 0 ? <ul className={styles.cards}>{children}</ul> : <p className={styles.none}>{words.emptyColumn}</p>}
			{column.total > column.items.length && (
				<ColumnRest shown={column.items.length} total={column.total} stage={stageShort(column.stage)} href={restHref} onMore={onMore} />
			)}
		</section>
	);
}
