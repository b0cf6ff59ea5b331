import { useFormat } from "#lib/format.ts";
import { useOccupationNames } from "#lib/use-occupation-names.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { FigureBars } from "./FigureBars.tsx";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

const shown = 10;

/** The occupations of the posts declared in the period, the most wanted first. */
export function NeedsCard({ figures }: CardProps) {
	const words = useWords(text).needs;
	const { number } = useFormat();
	const parts = figures.parts("I07", "occupationCode");
	const nameOf = useOccupationNames(parts.flatMap(({ keys: [key] }) => (key ? [key] : [])));
	return (
		<Card
			title={words.title}
			aside={parts.length > shown ? words.aside(number(shown), number(parts.length)) : undefined}
			actions={<IndicatorRule id="I07" />}
			padded
			className={styles.wideLabels}
		>
			{parts.length === 0 ? (
				<EmptyState compact icon="needs" title={words.none.title} text={words.none.text} />
			) : (
				<FigureBars
					figures={figures}
					id="I07"
					by="occupationCode"
					most={shown}
					label={(key) => nameOf(key ?? "")}
					summary={words.summary}
					words={words.words}
				/>
			)}
		</Card>
	);
}
