import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

const shown = ["I08-accounts", "I08-active", "I08", "I08-contacts", "I08-offers"] as const;

/** What employers do with the Portail employeurs, as declared or as the ministry's extract says. */
export function PortalCard({ figures }: CardProps) {
	const words = useWords(text).portal;
	const accounts = useWords(text).tiles.accounts;
	const { number, plural } = useFormat();
	const value = (id: string) => figures.value(id) ?? 0;
	return (
		<Card title={words.title} aside={words.aside} actions={<IndicatorRule id="I08-active" />} padded className={styles.wideLabels}>
			<BarList
				summary={words.summary(plural(value("I08-accounts"), accounts.one, accounts.other), number(value("I08-active")))}
				words={words.words}
				bars={shown.map((id) => ({ id, label: words.rows[id], value: value(id), display: number(value(id)), href: figures.link(id) }))}
			/>
		</Card>
	);
}
