import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { classNames } from "#ui/class-names.ts";
import { focusWithin } from "./focus-within.ts";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import { type SectionId, sectionAnchor } from "./sections.ts";
import { text } from "./text.ts";

type FoldedSectionProps = {
	id: SectionId;
	/** Nothing is said in it. */
	isBlank: boolean;
	/** A line that says what it holds: of what could be said, or of what was. */
	line: ReactNode;
	/** Beside « Remplir »: what an earlier visit offers. */
	offer?: ReactNode;
	/** What is said is read in a line until somebody changes it; otherwise it stays open. */
	closesWhenSaid?: boolean;
	/** Before the fields are drawn: « Modifier » what an earlier visit offers. */
	onOpen?: () => void;
	children: ReactNode;
};

/** An optional block: one line until it is asked for. */
export function FoldedSection({ id, isBlank, line, offer, closesWhenSaid, onOpen, children }: FoldedSectionProps) {
	const words = useWords(text);
	const report = useWords(reportText);
	const [isOpen, setOpen] = useState(false);
	const section = useRef<HTMLDivElement>(null);
	const wasOpened = useRef(false);
	useEffect(() => {
		if (!isOpen || !wasOpened.current) return;
		wasOpened.current = false;
		focusWithin(section.current);
	}, [isOpen]);
	const isShown = isOpen || (!isBlank && !closesWhenSaid);
	const open = () => {
		wasOpened.current = true;
		onOpen?.();
		setOpen(true);
	};
	const title = words.report[id];
	const isOffered = !isBlank || offer;
	const opener = (
		<Button size="small" onClick={open} aria-label={`${isOffered ? report.change : report.fill}\u00A0: ${title}`}>
			{isOffered ? report.change : report.fill}
		</Button>
	);
	if (!isShown && !isOffered)
		return <Card id={sectionAnchor(id)} title={title} aside={line} actions={opener} className={classNames(styles.section, styles.oneLine)} />;
	return (
		<Card id={sectionAnchor(id)} title={title} padded className={styles.section}>
			{isShown ? (
				<div className={styles.fields} ref={section}>
					{children}
				</div>
			) : (
				<div className={styles.folded}>
					<p>{line}</p>
					<div className={styles.foldedActions}>
						{offer}
						{opener}
					</div>
				</div>
			)}
		</Card>
	);
}
