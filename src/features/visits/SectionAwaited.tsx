import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import styles from "./Report.module.css";
import { type SectionId, sectionAnchor } from "./sections.ts";
import { text } from "./text.ts";

/** The place of a block on its way, as tall as one that says nothing. */
export function SectionAwaited({ id }: { id: SectionId }) {
	const words = useWords(text);
	return <Card id={sectionAnchor(id)} title={words.report[id]} aside="…" className={styles.oneLine} />;
}
