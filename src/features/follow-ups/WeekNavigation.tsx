import { addDays } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { text } from "./text.ts";
import styles from "./WeekNavigation.module.css";
import { mondayOf } from "./week.ts";

/** The week before, this one, the next. */
export function WeekNavigation({ monday, onChange }: { monday: string; onChange: (monday: string) => void }) {
	const words = useWords(text).week;
	const { today } = useReference();
	const { short } = useFormat();
	return (
		<div className={styles.row}>
			<Button size="small" icon="chevronLeft" iconOnly onClick={() => onChange(addDays(monday, -7))}>
				{words.previous}
			</Button>
			<span className={styles.week} aria-live="polite">
				{words.span(short(monday), short(addDays(monday, 4)))}
			</span>
			<Button size="small" icon="chevronRight" iconOnly onClick={() => onChange(addDays(monday, 7))}>
				{words.next}
			</Button>
			{monday !== mondayOf(today) && (
				<Button size="small" variant="quiet" onClick={() => onChange(mondayOf(today))}>
					{words.thisWeek}
				</Button>
			)}
		</div>
	);
}
