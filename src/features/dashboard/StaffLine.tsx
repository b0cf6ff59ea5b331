import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { text } from "./text.ts";

/** I18: who is there to accompany, and where. */
export function StaffLine({ figures }: CardProps) {
	const words = useWords(text).staff;
	const { plural } = useFormat();
	const parts = [
		["I18", words.advisors],
		["I18-agents", words.agents],
		["I18-servicePoints", words.points],
	] as const;
	if (!figures.has("I18")) return null;
	return (
		<ul className={styles.staff} aria-label={words.title}>
			{parts.map(([id, noun]) => (
				<li key={id}>
					<Link to={figures.link(id) ?? ""}>{plural(figures.value(id) ?? 0, noun.one, noun.other)}</Link>
				</li>
			))}
		</ul>
	);
}
