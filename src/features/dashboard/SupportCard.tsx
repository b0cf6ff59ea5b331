import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { FigureBars } from "./FigureBars.tsx";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

/** Who was accompanied, new or known, and by which kind of exchange. */
export function SupportCard({ figures }: CardProps) {
	const words = useWords(text).support;
	const { term } = useReference();
	const standing = (key: string | null) => words.standings[key as keyof typeof words.standings] ?? "";
	return (
		<Card title={words.title} actions={<IndicatorRule id="I03" />} padded className={styles.wideLabels}>
			<h3 className={styles.part}>{words.standing}</h3>
			<FigureBars
				figures={figures}
				id="I03"
				by="standing"
				order={["new", "continuing", "returning"]}
				label={standing}
				summary={(first) => words.summary(words.standing, first)}
				words={words.words}
			/>
			<h3 className={styles.part}>{words.types}</h3>
			<FigureBars
				figures={figures}
				id="I04-interactions"
				by="type"
				label={(key) => term("visitMode", key ?? "")}
				summary={(first) => words.summary(words.types, first)}
				words={words.words}
			/>
		</Card>
	);
}
