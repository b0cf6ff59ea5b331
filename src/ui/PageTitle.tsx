import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./PageTitle.module.css";

export type PageTitleProps = {
	title: string;
	/** One muted line: counts, the day. */
	sub?: ReactNode;
	actions?: ReactNode;
	/** Tags beside the name of a record. */
	tags?: ReactNode;
	/** When the tab's title must say more than the heading. */
	documentTitle?: string;
	/** In the head of a record: what follows stands closer. */
	tight?: boolean;
};

/** The page's only h1, and the title of its tab. */
export function PageTitle({ title, sub, actions, tags, documentTitle = title, tight }: PageTitleProps) {
	return (
		<div className={classNames(styles.row, tight && styles.tight)}>
			<title>{`${documentTitle} · Jalon`}</title>
			<h1 className={styles.title} tabIndex={-1}>
				{title}
			</h1>
			{tags && <div className={styles.tags}>{tags}</div>}
			{sub && <div className={styles.sub}>{sub}</div>}
			{actions && <div className={styles.actions}>{actions}</div>}
		</div>
	);
}
