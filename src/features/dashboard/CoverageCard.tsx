import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { FigureBars } from "./FigureBars.tsx";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

const most = 6;

/** Where nobody of a sector was visited for six months. */
export function CoverageCard({ figures }: CardProps) {
	const { coverage: words, employers } = useWords(text);
	const { plural } = useFormat();
	const { mrcName, sectorLabel } = useReference();
	const total = figures.value("I23") ?? 0;
	const all = figures.link("I23");
	const bars = (by: "mrcCode" | "sectorCode", nameOf: (code: string) => string) => (
		<FigureBars
			figures={figures}
			id="I23"
			by={by}
			parts={figures.partsAlong("I23", ["mrcCode", "sectorCode"], by === "mrcCode" ? 0 : 1)}
			most={most}
			label={(key) => nameOf(key ?? "")}
			summary={() => words.summary(plural(total, employers.one, employers.other))}
			words={words.words}
		/>
	);
	return (
		<Card
			title={words.title}
			aside={all && <Link to={all}>{plural(total, employers.one, employers.other)}</Link>}
			actions={<IndicatorRule id="I23" />}
			padded
			className={styles.wideLabels}
		>
			{total === 0 ? (
				<EmptyState compact icon="check" title={words.none.title} text={words.none.text} />
			) : (
				<>
					<h3 className={styles.part}>{words.byTerritory}</h3>
					{bars("mrcCode", mrcName)}
					<h3 className={styles.part}>{words.bySector}</h3>
					{bars("sectorCode", sectorLabel)}
				</>
			)}
		</Card>
	);
}
