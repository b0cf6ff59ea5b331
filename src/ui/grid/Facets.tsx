import { useState } from "react";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "../Checkbox.tsx";
import { classNames } from "../class-names.ts";
import { Icon } from "../Icon.tsx";
import { Tag } from "../Tag.tsx";
import { text } from "../text.ts";
import { useIsPhone } from "../use-media.ts";
import styles from "./Facets.module.css";

/** `count` is undefined while it is not known, or never will be: no number is shown. */
export type FacetOption = { value: string; label: string; count: number | undefined; checked: boolean };
export type FacetGroup = { id: string; label: string; options: readonly FacetOption[] };
export type FacetsProps = {
	groups: readonly FacetGroup[];
	onToggle: (groupId: string, value: string, isOn: boolean) => void;
	/** How a count is written. */
	formatCount?: (count: number) => string;
	/** Counts are being refreshed: the old ones stay, dimmed. */
	busy?: boolean;
	/** Options shown before « Afficher les autres ». */
	limit?: number;
	label?: string;
};

/** Filters with counts beside a list; folded away on a phone. */
export function Facets({ groups, onToggle, formatCount = String, busy, limit = 8, label }: FacetsProps) {
	const words = useWords(text);
	const isPhone = useIsPhone();
	const inForce = groups.reduce((sum, group) => sum + group.options.filter((option) => option.checked).length, 0);
	const content = groups.map((group) => <Group key={group.id} group={group} onToggle={onToggle} formatCount={formatCount} limit={limit} />);
	const name = label ?? words.filters;
	if (!isPhone)
		return (
			<aside aria-label={name} aria-busy={busy || undefined} className={classNames(styles.facets, busy && styles.busy)}>
				{content}
			</aside>
		);
	return (
		<details className={classNames(styles.facets, styles.folded, busy && styles.busy)}>
			<summary className={styles.summary}>
				<Icon name="filter" />
				{name}
				{inForce > 0 && <Tag>{inForce}</Tag>}
				<Icon name="chevronDown" size={16} className={styles.chevron} />
			</summary>
			<div className={styles.inside}>{content}</div>
		</details>
	);
}

type GroupProps = { group: FacetGroup } & Required<Pick<FacetsProps, "onToggle" | "formatCount" | "limit">>;

function Group({ group, onToggle, formatCount, limit }: GroupProps) {
	const words = useWords(text);
	const [isWhole, setWhole] = useState(false);
	const rest = group.options.slice(limit);
	// One hidden option would cost as much room as the button that shows it; a checked one must stay in sight.
	const isCut = rest.length > 1 && !isWhole;
	const shown = isCut ? group.options.filter((option, index) => index < limit || option.checked) : group.options;
	return (
		<fieldset className={styles.group}>
			<legend className={styles.legend}>{group.label}</legend>
			{shown.map((option) => (
				<Checkbox
					key={option.value}
					label={option.label}
					count={option.count === undefined ? undefined : formatCount(option.count)}
					checked={option.checked}
					className={option.count === 0 && !option.checked ? styles.none : undefined}
					onChange={(event) => onToggle(group.id, option.value, event.target.checked)}
				/>
			))}
			{rest.length > 1 && (
				<button type="button" className={styles.more} onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
					{isCut ? words.showMore(group.options.length - shown.length) : words.showLess}
				</button>
			)}
		</fieldset>
	);
}
