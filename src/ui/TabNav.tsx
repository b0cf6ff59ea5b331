import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import styles from "./TabNav.module.css";

export type TabLink = { to: string; label: string; count?: number | string /** Only on the exact address. */; end?: boolean };

/** The tabs of a record are addresses: a link each, not a tablist. */
export function TabNav({ items, label }: { items: readonly TabLink[]; label: string }) {
	const { pathname } = useLocation();
	const nav = useRef<HTMLElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another address has another current tab
	useEffect(() => {
		// On a phone the current tab may be out of sight; scrollIntoView would move the page as well.
		const row = nav.current;
		const current = row?.querySelector<HTMLElement>('[aria-current="page"]');
		if (row && current) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
	}, [pathname]);
	return (
		<nav ref={nav} aria-label={label} className={styles.nav}>
			{items.map((item) => (
				<NavLink key={item.to} to={item.to} end={item.end} className={styles.tab} preventScrollReset>
					{item.label}
					{item.count !== undefined && ` (${item.count})`}
				</NavLink>
			))}
		</nav>
	);
}
