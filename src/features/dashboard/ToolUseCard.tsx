import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import styles from "./DashboardPage.module.css";
import { figurePath } from "./figure-path.ts";
import { text } from "./text.ts";

/** Employers by what they have done with the Portail employeurs and the Journées Québec. */
export function ToolUseCard({ dashboard: { toolUse } }: { dashboard: Dashboard }) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const count = (wanted: Dashboard["toolUse"][number]["key"]) => toolUse.find(({ key }) => key === wanted)?.employers.value ?? 0;
	return (
		<Card title={words.tools.title} aside={words.tools.aside} padded className={styles.wideLabels}>
			<BarList
				summary={words.tools.summary(plural(count("portalAccount"), words.tools.employers.one, words.tools.employers.other), number(count("portalUsed")))}
				words={words.tools.words}
				bars={toolUse.map(({ key, employers }) => ({
					id: key,
					label: words.tools.rows[key],
					value: employers.value,
					display: number(employers.value),
					href: figurePath(employers),
				}))}
			/>
		</Card>
	);
}
