import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import type { useListState } from "#lib/list-state.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Chip } from "#ui/Chip.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { describe } from "./condition-wording.ts";
import styles from "./EmployersPage.module.css";
import { text } from "./text.ts";
import { useLiveSearch } from "./use-live-search.ts";
import { useNaming } from "./use-naming.ts";

/** The search box and the filters in force, those that came with a link included. */
export function EmployersBar({ list }: { list: ReturnType<typeof useListState> }) {
	const words = useWords(text);
	const naming = useNaming();
	const box = useRef<HTMLInputElement>(null);
	const { typed, onType } = useLiveSearch(list.q, list.setQ);
	const asked = (useLocation().state as { focusSearch?: number } | null)?.focusSearch;
	useEffect(() => {
		if (asked) box.current?.focus();
	}, [asked]);
	return (
		<search className={styles.bar}>
			<div className={styles.search}>
				<TextInput
					ref={box}
					type="search"
					icon="search"
					value={typed}
					onChange={(event) => onType(event.target.value)}
					placeholder={words.search}
					aria-label={words.searchShort}
					spellCheck={false}
				/>
			</div>
			{list.conditions.length > 0 && (
				<>
					<ul className={styles.chips} aria-label={words.inForce}>
						{list.conditions.map((condition, index) => {
							const { name, value } = describe(condition, naming, words.conditions, words.colon);
							return (
								<li key={`${name}${value}`}>
									<Chip name={name || value} onRemove={() => list.remove(index)}>
										{name && `${name}${words.colon}`}
										<b>{value}</b>
									</Chip>
								</li>
							);
						})}
					</ul>
					<Button variant="quiet" size="small" onClick={list.clear}>
						{words.clear}
					</Button>
				</>
			)}
		</search>
	);
}
