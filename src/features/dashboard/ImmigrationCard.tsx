import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { immigrationText } from "./immigration-text.ts";

const shown = ["I10", "I10-opened", "I10-decided", "I10-refused", "I11"] as const;

/** People hired whose immigration steps are followed: how many, what was decided, who arrived. */
export function ImmigrationCard({ figures }: CardProps) {
	const words = useWords(immigrationText);
	const { number, plural } = useFormat();
	const value = (id: string) => figures.value(id) ?? 0;
	return (
		<Card title={words.title} aside={words.aside} actions={<IndicatorRule id="I10" />} padded className={styles.wideLabels}>
			<BarList
				summary={words.summary(plural(value("I10"), words.files.one, words.files.other), plural(value("I11"), words.arrivals.one, words.arrivals.other))}
				words={words.words}
				bars={shown.map((id) => ({ id, label: words.rows[id], value: value(id), display: number(value(id)), href: figures.link(id) }))}
			/>
		</Card>
	);
}
