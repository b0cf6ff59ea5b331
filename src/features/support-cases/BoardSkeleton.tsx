import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./CaseBoard.module.css";

const columns = ["a", "b", "c", "d", "e", "f"];

/** The board's own shape while it is read. */
export function BoardSkeleton() {
	return (
		<div className={styles.board}>
			{columns.map((column, index) => (
				<div key={column} className={styles.column}>
					<div className={styles.head} />
					{index === 0 ? <Skeleton shape="block" height="92px" /> : <div className={styles.ghost} />}
					<div className={styles.ghost} />
					<div className={styles.ghost} />
				</div>
			))}
		</div>
	);
}
