import { Link } from "react-router";
import type { KnownFact } from "#contract/employer-brief.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import styles from "./BriefPage.module.css";
import { BriefSection } from "./BriefSection.tsx";
import { text } from "./text.ts";

/** What a colleague obtained lately: each with its day and who was told. */
export function KnownFacts({ known }: { known: KnownFact[] }) {
	const all = useWords(text);
	const words = all.known;
	const { sectorLabel } = useReference();
	const { short, list, number, plural } = useFormat();
	const said = ({ block, field, value }: KnownFact): string => {
		if (typeof value === "boolean") return value ? words.yes : words.no;
		if (block === "need") return plural(Number(value), all.needs.posts.one, all.needs.posts.other);
		if (typeof value === "number") return field.endsWith("Readiness") ? words.of3(number(value)) : number(value);
		if (field === "sectorCode") return sectorLabel(value);
		return (field === "trend" || field === "housing" ? words.values[value] : undefined) ?? value;
	};
	return (
		<BriefSection title={words.title} hint={words.hint} none={words.none} wide>
			{known.map((fact) => (
				<li key={`${fact.block} ${fact.field} ${fact.label}`}>
					<b>{fact.label ?? words.fields[fact.field] ?? fact.field}</b> {said(fact)}{" "}
					<Link to={paths.visit(fact.visitId)} className={styles.source}>
						{words.source(short(fact.on), list(fact.by))}
					</Link>
				</li>
			))}
		</BriefSection>
	);
}
