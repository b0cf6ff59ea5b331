import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./ItemList.module.css";

export type ItemListProps = { children: ReactNode; label?: string };

/** Lines of a card: today's visits, late follow-ups. */
export function ItemList({ children, label }: ItemListProps) {
	return (
		<ul className={styles.list} aria-label={label}>
			{children}
		</ul>
	);
}

export type ItemProps = {
	/** Before the title: an hour, a checkbox, a tag. */
	lead?: ReactNode;
	title: ReactNode;
	end?: ReactNode;
	/** Below, muted: place, reason, links. */
	children?: ReactNode;
	tinted?: boolean;
};

export function Item({ lead, title, end, children, tinted }: ItemProps) {
	return (
		<li className={classNames(styles.item, lead !== undefined && styles.withLead, tinted && styles.tinted)}>
			{lead !== undefined && <div className={styles.lead}>{lead}</div>}
			<div className={styles.title}>{title}</div>
			{end && <div className={styles.end}>{end}</div>}
			{children && <div className={classNames(styles.more, "prose")}>{children}</div>}
		</li>
	);
}
