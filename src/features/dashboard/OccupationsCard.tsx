import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import styles from "./DashboardPage.module.css";
import { figurePath } from "./figure-path.ts";
import { text } from "./text.ts";

/** The occupations with the most posts to fill: the bar is the posts, its list the needs they stand in. */
export function OccupationsCard({ dashboard: { occupations } }: { dashboard: Dashboard }) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const [first] = occupations;
	return (
		<Card title={words.occupations.title} aside={occupations.length >= 12 ? words.occupations.aside : undefined} padded className={styles.wideLabels}>
			{first ? (
				<BarList
					summary={words.occupations.summary(`${first.label}, ${plural(first.posts, words.posts.one, words.posts.other)}`)}
					words={words.occupations.words}
					bars={occupations.map(({ code, label, posts, needs }) => ({
						id: code,
						label,
						title: `${code} ${label}`,
						value: posts,
						display: number(posts),
						href: figurePath(needs),
						secondary: plural(needs.value, words.needs.one, words.needs.other),
					}))}
				/>
			) : (
				<EmptyState compact icon="needs" title={words.occupations.none.title} text={words.occupations.none.text} />
			)}
		</Card>
	);
}
