import type { ReactNode } from "react";
import type { Filter } from "#contract/filter.ts";
import { describe, type Naming } from "#lib/filter-words.ts";
import { isChoiceOf } from "#lib/list-state.ts";
import { useLiveSearch } from "#lib/live-search.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "../Button.tsx";
import { Chip } from "../Chip.tsx";
import { TextInput } from "../TextInput.tsx";
import styles from "./ListPage.module.css";
import { text } from "./text.ts";

export type ListBarProps = {
	/** What the box says when it is empty, and its name. */
	search: { label: string; placeholder: string };
	q: string;
	setQ: (q: string) => void;
	conditions: readonly Filter[];
	/** Fields whose values show in the bar's own choices: they have no chip. */
	shownFields?: readonly string[];
	onRemove: (index: number) => void;
	onClear: () => void;
	naming: Naming;
	/** Quick choices after the search box. */
	children?: ReactNode;
};

/** The search box and the filters in force, those that came with a link included. */
export function ListBar({ search, q, setQ, conditions, shownFields = [], onRemove, onClear, naming, children }: ListBarProps) {
	const words = useWords(text);
	const { typed, onType } = useLiveSearch(q, setQ);
	const chips = conditions.flatMap((condition, index) => (shownFields.some((field) => isChoiceOf(condition, field)) ? [] : [{ condition, index }]));
	return (
		<search className={styles.bar}>
			<div className={styles.search}>
				<TextInput
					type="search"
					icon="search"
					value={typed}
					onChange={(event) => onType(event.target.value)}
					placeholder={search.placeholder}
					aria-label={search.label}
					spellCheck={false}
				/>
			</div>
			{children}
			{conditions.length > 0 && (
				<>
					{chips.length > 0 && (
						<ul className={styles.chips} aria-label={words.inForce}>
							{chips.map(({ condition, index }) => {
								const { name, value } = describe(condition, naming, words.conditions, words.colon);
								return (
									<li key={`${name}${value}`}>
										<Chip name={name || value} onRemove={() => onRemove(index)}>
											{name && `${name}${words.colon}`}
											<b>{value}</b>
										</Chip>
									</li>
								);
							})}
						</ul>
					)}
					<Button variant="quiet" size="small" onClick={onClear}>
						{words.clear}
					</Button>
				</>
			)}
		</search>
	);
}
