import type { ReactNode } from "react";
import type { Visit } from "#contract/visits.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BlockRead } from "./BlockRead.tsx";
import styles from "./Report.module.css";
import { type SectionId, saidIn, sectionAnchor, sectionsFor, subjectOf } from "./sections.ts";
import { text } from "./text.ts";

function Section({ id, children }: { id: SectionId; children: ReactNode }) {
	const words = useWords(text);
	return (
		<Card id={sectionAnchor(id)} title={words.report[id]} padded>
			{children || <p className="muted">{words.readOnly.nothing}</p>}
		</Card>
	);
}

const needed: readonly SectionId[] = ["header", "needs", "solutions", "summary", "nextSteps"];

/** The report as it stands, to read and print: the sections that this visit calls for, those where something was said first of all. */
export function VisitReading({ visit }: { visit: Visit }) {
	const words = useWords(text);
	const { personName } = useReference();
	const { prose } = useFormat();
	const said = saidIn(visit);
	return (
		<>
			{sectionsFor(subjectOf(visit), (id) => said.has(id)).map(({ id }) =>
				// An optional block in which nothing was said is nothing to read.
				said.has(id) || needed.includes(id) ? (
					<Section key={id} id={id}>
						{said.has(id) && <BlockRead id={id} visit={visit} />}
					</Section>
				) : null,
			)}
			{visit.addenda.length > 0 && (
				<Card title={words.readOnly.addenda} padded>
					<ul className={styles.rows}>
						{visit.addenda.map(({ id, text: said, writtenOn, writtenBy }) => (
							<li key={id}>
								<p className={styles.prose}>{said}</p>
								<span className="muted">{words.readOnly.addendumBy(prose(writtenOn), writtenBy ? personName(writtenBy) : "")}</span>
							</li>
						))}
					</ul>
				</Card>
			)}
		</>
	);
}
