import { useWords } from "#lib/words.ts";
import { classNames } from "./class-names.ts";
import styles from "./Skeleton.module.css";
import { text } from "./text.ts";

export type SkeletonProps = {
	/** block: a surface · line: one line of text · rows: the rows of a list or table. */
	shape?: "block" | "line" | "rows";
	/** Final size, so that nothing jumps: any CSS length. */
	width?: string;
	height?: string;
	rows?: number;
	className?: string;
};

const widths = ["72%", "54%", "86%", "63%", "78%"];

/** Holds the place of what is coming. One per region: it announces the waiting once. */
export function Skeleton({ shape = "line", width, height, rows = 5, className }: SkeletonProps) {
	const words = useWords(text);
	return (
		<div className={classNames(styles[shape], className)} style={{ width, height }} role="status">
			<span className="visually-hidden">{words.loading}</span>
			{shape === "rows" &&
				Array.from({ length: rows }, (_, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: identical placeholders that never move
					<div key={index} className={styles.row}>
						<SkeletonBar width={widths[index % widths.length]} />
					</div>
				))}
			{shape === "line" && <SkeletonBar width="100%" />}
		</div>
	);
}

/** The bare grey bar, for a table cell. */
export function SkeletonBar({ width = "70%" }: { width?: string }) {
	return <span className={styles.bar} style={{ width }} aria-hidden="true" />;
}
