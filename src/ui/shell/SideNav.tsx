import type { ReactNode } from "react";
import { useWords } from "#lib/words.ts";
import { classNames } from "../class-names.ts";
import { Icon } from "../Icon.tsx";
import { text } from "../text.ts";
import { NavigationLinks } from "./NavigationLinks.tsx";
import type { NavigationGroup } from "./navigation.ts";
import styles from "./SideNav.module.css";

export type SideNavProps = {
	groups: readonly NavigationGroup[];
	collapsed?: boolean;
	onToggleCollapsed?: () => void;
	footer?: ReactNode;
};

/** The left column; a phone has the bottom bar instead. */
export function SideNav({ groups, collapsed, onToggleCollapsed, footer }: SideNavProps) {
	const words = useWords(text);
	const toggleLabel = collapsed ? words.expand : words.collapse;
	return (
		<nav aria-label={words.navigation} className={classNames(styles.nav, collapsed && styles.collapsed)}>
			<NavigationLinks groups={groups} collapsed={collapsed} />
			<div className={styles.foot}>
				{!collapsed && footer}
				{onToggleCollapsed && (
					<button type="button" className={styles.toggle} onClick={onToggleCollapsed} aria-label={toggleLabel} title={toggleLabel}>
						<Icon name={collapsed ? "chevronRight" : "chevronLeft"} />
					</button>
				)}
			</div>
		</nav>
	);
}
