import { useEffect, useState } from "react";
import type { useListState } from "#lib/list-state.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Chip } from "#ui/Chip.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { text } from "./text.ts";
import { useConditionNames } from "./use-condition-names.ts";
import styles from "./VisitsPage.module.css";

/** The search box and the filters in force, those that came with a link included. */
export function VisitsBar({ list }: { list: ReturnType<typeof useListState> }) {
	const words = useWords(text);
	const names = useConditionNames();
	const [typed, setTyped] = useState(list.q);
	const [sent, setSent] = useState(list.q);
	// « Effacer », or a link: the box follows the address.
	if (sent !== list.q) {
		setSent(list.q);
		setTyped(list.q);
	}
	useEffect(() => {
		if (typed.trim() === list.q) return;
		const timer = setTimeout(() => {
			setSent(typed.trim());
			list.setQ(typed.trim());
		}, 150);
		return () => clearTimeout(timer);
	}, [typed, list]);
	return (
		<search className={styles.bar}>
			<div className={styles.search}>
				<TextInput
					type="search"
					icon="search"
					value={typed}
					onChange={(event) => setTyped(event.target.value)}
					placeholder={words.search}
					aria-label={words.search}
					spellCheck={false}
				/>
			</div>
			{list.conditions.map((condition, index) => {
				const { name, value } = names.describe(condition);
				return (
					<Chip key={`${name}${value}`} name={name || value} onRemove={() => list.remove(index)}>
						{name && `${name}${words.colon}`}
						<b>{value}</b>
					</Chip>
				);
			})}
			{(list.conditions.length > 0 || list.q) && (
				<Button variant="quiet" size="small" onClick={list.clear}>
					{words.clear}
				</Button>
			)}
		</search>
	);
}
