import { type ReactNode, useId } from "react";
import type { Board } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Icon } from "#ui/Icon.tsx";
import styles from "./CaseBoard.module.css";
import { text } from "./text.ts";

type BoardLaneProps = { lane: NonNullable<Board["lanes"]>[number]; name: string; isOpen: boolean; onToggle: () => void; children: ReactNode };

/** The cases of one person or of one point of service, stage by stage; folded, its counts stay. */
export function BoardLane({ lane, name, isOpen, onToggle, children }: BoardLaneProps) {
	const words = useWords(text);
	const { plural } = useFormat();
	const id = useId();
	return (
		<section className={styles.lane} aria-labelledby={id}>
			<h2 id={id} className={styles.laneHead}>
				<button type="button" className={styles.fold} aria-expanded={isOpen} onClick={onToggle}>
					<Icon name={isOpen ? "chevronDown" : "chevronRight"} size={16} />
					<span>{name}</span>
					<span className={styles.count}>
						{words.columnCount(plural(lane.total, words.cases.one, words.cases.other), plural(lane.openPosts, words.posts.one, words.posts.other))}
					</span>
				</button>
			</h2>
			{isOpen && <div className={styles.laneRow}>{children}</div>}
		</section>
	);
}
