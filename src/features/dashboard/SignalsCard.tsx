import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { FigureBars } from "./FigureBars.tsx";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

/** What employers signalled during the visits of the period. */
export function SignalsCard({ figures }: CardProps) {
	const words = useWords(text).signals;
	const { term } = useReference();
	return (
		<Card title={words.title} actions={<IndicatorRule id="I22" />} padded className={styles.wideLabels}>
			{figures.parts("I22", "type").length === 0 ? (
				<EmptyState compact icon="check" title={words.none.title} text={words.none.text} />
			) : (
				<FigureBars figures={figures} id="I22" by="type" label={(key) => term("signal", key ?? "")} summary={words.summary} words={words.words} />
			)}
		</Card>
	);
}
