import { closedStage } from "#contract/case-board.ts";
import type { BoardColumn } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import styles from "./CaseBoard.module.css";
import { text } from "./text.ts";

/** Above the lanes: each stage with the counts of its whole column. */
export function LaneHeads({ columns }: { columns: BoardColumn[] }) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const { stageLabel, stageShort } = useReference();
	return (
		<div className={styles.laneHeads}>
			{columns.map(({ stage, total, openPosts }) => (
				<div key={stage} className={styles.head}>
					<h2 className={styles.stage} title={stage === closedStage ? words.closedSince : stageLabel(stage)}>
						{stageShort(stage)}
					</h2>
					<span className={styles.count}>
						{stage === closedStage || openPosts === 0 ? number(total) : words.columnCount(number(total), plural(openPosts, words.posts.one, words.posts.other))}
					</span>
				</div>
			))}
		</div>
	);
}
