import { useState } from "react";
import { NavLink } from "react-router";
import { useWords } from "#lib/words.ts";
import { Dialog } from "../Dialog.tsx";
import { Icon } from "../Icon.tsx";
import { text } from "../text.ts";
import styles from "./BottomBar.module.css";
import { Count, NavigationLinks } from "./NavigationLinks.tsx";
import type { NavigationGroup, NavigationItem } from "./navigation.ts";

export type BottomBarProps = {
	/** Four of them; the fifth place is « Plus ». */
	items: readonly NavigationItem[];
	/** All of the navigation, in the sheet. */
	groups: readonly NavigationGroup[];
};

/** The navigation under the thumb. */
export function BottomBar({ items, groups }: BottomBarProps) {
	const words = useWords(text);
	const [isOpen, setOpen] = useState(false);
	return (
		<>
			<nav aria-label={words.navigation} className={styles.bar}>
				{items.slice(0, 4).map((item) => (
					<NavLink key={item.to} to={item.to} end={item.end} className={styles.item}>
						<Icon name={item.icon} size={22} />
						<span className={styles.label}>{item.label}</span>
						{item.hot && <Count item={item} />}
					</NavLink>
				))}
				<button type="button" className={styles.item} onClick={() => setOpen(true)} aria-haspopup="dialog">
					<Icon name="menu" size={22} />
					<span className={styles.label}>{words.more}</span>
				</button>
			</nav>
			{isOpen && (
				<Dialog title={words.allPages} onClose={() => setOpen(false)}>
					<div className={styles.sheet}>
						<NavigationLinks groups={groups} onNavigate={() => setOpen(false)} />
					</div>
				</Dialog>
			)}
		</>
	);
}
