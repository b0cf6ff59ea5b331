import { useWords } from "#lib/words.ts";
import { ChipButton } from "#ui/Chip.tsx";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { logText } from "./log-text.ts";
import styles from "./QuickLog.module.css";
import { useEmployerItem, useOwnEmployers } from "./use-employer-items.ts";
import { useNearby } from "./use-nearby.ts";

/** One press away while nobody is chosen: those visited last, or those around here. */
export function EmployersAtHand({ onChoose }: { onChoose: (employer: ComboboxItem) => void }) {
	const words = useWords(logText);
	const toItem = useEmployerItem();
	const recent = useOwnEmployers()
		.slice(0, 3)
		.map((row) => toItem(row));
	const { around, items, look, isLooking, isUnknown, isFetching } = useNearby();
	const label = around ? words.near.around(around.name) : recent.length > 0 ? words.recent : words.near.atHand;
	const chips = around ? items : recent;
	return (
		<>
			<fieldset className={styles.recent}>
				<legend className="visually-hidden">{label}</legend>
				{(around || chips.length > 0) && (
					<span className="muted" aria-hidden="true">
						{label}
					</span>
				)}
				{chips.map((item) => (
					<ChipButton key={item.id} className={styles.recentOne} onClick={() => onChoose(item)}>
						{item.label}
					</ChipButton>
				))}
				{!around && (
					<ChipButton icon="visits" dashed onClick={() => void look()} disabled={isLooking} title={words.near.stays}>
						{words.near.me}
					</ChipButton>
				)}
			</fieldset>
			<p className={styles.remark} role="status">
				{isLooking && words.near.looking}
				{isUnknown && words.near.unknown}
				{around?.isGuess && words.near.refused(around.name)}
				{around && !around.isGuess && words.near.stays}
				{around && !isFetching && items.length === 0 && ` ${words.near.none(around.name)}`}
			</p>
		</>
	);
}
