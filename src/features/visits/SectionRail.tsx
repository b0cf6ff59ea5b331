import { useState } from "react";
import type { Visit } from "#contract/visits.ts";
import { useWords } from "#lib/words.ts";
import { Field } from "#ui/Field.tsx";
import { Icon } from "#ui/Icon.tsx";
import { Select } from "#ui/Select.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { focusWithin } from "./focus-within.ts";
import styles from "./Report.module.css";
import { missingIn, type SectionId, saidIn, sectionAnchor, sectionsFor, subjectOf } from "./sections.ts";
import { text } from "./text.ts";

const goTo = (id: SectionId) => {
	const section = document.getElementById(sectionAnchor(id));
	section?.scrollIntoView({ block: "start" });
	focusWithin(section);
};

/** Where one is and what is missing: a rail beside the report, a bar that stays above it on a phone. */
export function SectionRail({ visit }: { visit: Visit }) {
	const words = useWords(text);
	const isPhone = useIsPhone();
	const [chosen, setChosen] = useState<SectionId>("header");
	const said = saidIn(visit);
	const items = sectionsFor(subjectOf(visit), (id) => said.has(id)).map(({ id, paths }) => ({
		id,
		label: words.report[id],
		missing: missingIn(paths, visit.incomplete),
		isSaid: said.has(id),
	}));
	const missing = items.reduce((sum, item) => sum + item.missing, 0);
	if (isPhone)
		return (
			<div className={styles.railPhone}>
				<span className={missing > 0 ? styles.missing : "muted"}>{words.report.toFill(missing)}</span>
				<Field label={words.report.goTo} hideLabel>
					<Select
						value={chosen}
						options={items.map((item) => ({ value: item.id, label: item.missing > 0 ? `${item.label} · ${words.report.missing(item.missing)}` : item.label }))}
						onChange={(event) => {
							const id = event.target.value as SectionId;
							setChosen(id);
							goTo(id);
						}}
					/>
				</Field>
			</div>
		);
	return (
		<nav aria-label={words.report.sections} className={styles.rail}>
			<ul>
				{items.map((item) => (
					<li key={item.id}>
						<a
							href={`#${sectionAnchor(item.id)}`}
							onClick={(event) => {
								event.preventDefault();
								goTo(item.id);
							}}
						>
							<span>{item.label}</span>
							{item.missing > 0 ? (
								<span className={styles.missing}>{words.report.missing(item.missing)}</span>
							) : item.isSaid ? (
								<span className={styles.whole}>
									<Icon name="check" size={16} />
									<span className="visually-hidden">{words.report.complete}</span>
								</span>
							) : (
								<span className={styles.unsaid}>
									<span aria-hidden="true">–</span>
									<span className="visually-hidden">{words.report.unsaid}</span>
								</span>
							)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
