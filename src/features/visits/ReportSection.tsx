import type { ReactNode } from "react";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import styles from "./Report.module.css";
import { type SectionId, sectionAnchor } from "./sections.ts";
import { text } from "./text.ts";

export function ReportSection({ id, children }: { id: SectionId; children: ReactNode }) {
	const words = useWords(text);
	return (
		<Card id={sectionAnchor(id)} title={words.report[id]} padded className={styles.section}>
			<div className={styles.fields}>{children}</div>
		</Card>
	);
}
