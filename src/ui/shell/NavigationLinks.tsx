import { useId } from "react";
import { NavLink } from "react-router";
import { classNames } from "../class-names.ts";
import { Icon } from "../Icon.tsx";
import type { NavigationGroup, NavigationItem } from "./navigation.ts";
import styles from "./SideNav.module.css";

/** The groups of the navigation, in the side column and in the « Plus » sheet. */
export function NavigationLinks({ groups, onNavigate, collapsed }: { groups: readonly NavigationGroup[]; onNavigate?: () => void; collapsed?: boolean }) {
	return groups.map((group) => <Group key={group.items[0]?.to} group={group} onNavigate={onNavigate} collapsed={collapsed} />);
}

function Group({ group, onNavigate, collapsed }: { group: NavigationGroup; onNavigate?: () => void; collapsed?: boolean }) {
	const id = useId();
	return (
		<>
			{group.label && (
				<div id={id} className={styles.group}>
					{group.label}
				</div>
			)}
			<ul className={styles.list} aria-labelledby={group.label ? id : undefined}>
				{group.items.map((item) => (
					<li key={item.to}>
						<NavLink to={item.to} end={item.end} className={styles.link} onClick={onNavigate} title={collapsed ? item.label : undefined}>
							<Icon name={item.icon} />
							<span className={styles.label}>{item.label}</span>
							<Count item={item} />
						</NavLink>
					</li>
				))}
			</ul>
		</>
	);
}

export function Count({ item }: { item: NavigationItem }) {
	if (item.count === undefined) return null;
	return (
		<span className={classNames(styles.count, item.hot && styles.hot)}>
			{item.count}
			{item.countLabel && <span className="visually-hidden"> {item.countLabel}</span>}
		</span>
	);
}
