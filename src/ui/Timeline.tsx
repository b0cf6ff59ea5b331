import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./Timeline.module.css";

export type TimelineItem = {
	id: string;
	/** As written: « hier », « 24 août ». */
	date: string;
	/** `YYYY-MM-DD` or an instant, for machines and on hover. */
	dateTime?: string;
	/** Grey dot: something that changed by itself, not something a person did. */
	quiet?: boolean;
	content: ReactNode;
};

/** What happened, newest first, along one line. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
	return (
		<ol className={styles.list} aria-label={label}>
			{items.map((item) => (
				<li key={item.id} className={classNames(styles.item, item.quiet && styles.quiet)}>
					<time className={styles.date} dateTime={item.dateTime} title={item.dateTime}>
						{item.date}
					</time>
					<span className={styles.marker} aria-hidden="true" />
					<div className={classNames(styles.content, "prose")}>{item.content}</div>
				</li>
			))}
		</ol>
	);
}
