import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { francisationText } from "./francisation-text.ts";
import { IndicatorRule } from "./IndicatorRule.tsx";

const shown = ["I20", "I20-registered", "I20-courses", "I20-attested"] as const;

/** The francisation of businesses: how many were informed, registered, began a course, and whose attestation is known. */
export function FrancisationCard({ figures }: CardProps) {
	const words = useWords(francisationText);
	const { number, plural } = useFormat();
	const value = (id: string) => figures.value(id) ?? 0;
	return (
		<Card title={words.title} aside={words.aside} actions={<IndicatorRule id="I20-registered" />} padded className={styles.wideLabels}>
			<BarList
				summary={words.summary(
					plural(value("I20"), words.informed.one, words.informed.other),
					plural(value("I20-attested"), words.attested.one, words.attested.other),
				)}
				words={words.words}
				bars={shown.map((id) => ({ id, label: words.rows[id], value: value(id), display: number(value(id)), href: figures.link(id) }))}
			/>
		</Card>
	);
}
