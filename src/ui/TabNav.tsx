import { NavLink } from "react-router";
import styles from "./TabNav.module.css";

export type TabLink = { to: string; label: string; count?: number | string /** Only on the exact address. */; end?: boolean };

/** The tabs of a record are addresses: a link each, not a tablist. */
export function TabNav({ items, label }: { items: readonly TabLink[]; label: string }) {
	return (
		<nav aria-label={label} className={styles.nav}>
			{items.map((item) => (
				<NavLink key={item.to} to={item.to} end={item.end} className={styles.tab} preventScrollReset>
					{item.label}
					{item.count !== undefined && ` (${item.count})`}
				</NavLink>
			))}
		</nav>
	);
}
