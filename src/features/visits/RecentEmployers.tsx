import { useWords } from "#lib/words.ts";
import { ChipButton } from "#ui/Chip.tsx";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import styles from "./QuickLog.module.css";
import { text } from "./text.ts";
import { useEmployerItems } from "./use-employer-items.ts";

/** Those visited last, one press away while nobody is chosen. */
export function RecentEmployers({ onChoose }: { onChoose: (employer: ComboboxItem) => void }) {
	const words = useWords(text);
	const { items } = useEmployerItems("");
	if (items.length === 0) return null;
	return (
		<fieldset className={styles.recent}>
			<legend className="visually-hidden">{words.log.recent}</legend>
			<span className="muted" aria-hidden="true">
				{words.log.recent}
			</span>
			{items.slice(0, 3).map((item) => (
				<ChipButton key={item.id} className={styles.recentOne} onClick={() => onChoose(item)}>
					{item.label}
				</ChipButton>
			))}
		</fieldset>
	);
}
