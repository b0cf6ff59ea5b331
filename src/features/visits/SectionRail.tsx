import { useState } from "react";
import { useWords } from "#lib/words.ts";
import { Field } from "#ui/Field.tsx";
import { Icon } from "#ui/Icon.tsx";
import { Select } from "#ui/Select.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import styles from "./Report.module.css";
import { missingIn, type SectionId, sectionAnchor, sections } from "./sections.ts";
import { text } from "./text.ts";

const goTo = (id: SectionId) => {
	const section = document.getElementById(sectionAnchor(id));
	section?.scrollIntoView({ block: "start" });
	section?.querySelector<HTMLElement>("input, select, textarea, button")?.focus({ preventScroll: true });
};

/** Where one is and what is missing: a rail beside the report, a list above it on a phone. */
export function SectionRail({ incomplete }: { incomplete: readonly { path: string }[] }) {
	const words = useWords(text);
	const isPhone = useIsPhone();
	const [chosen, setChosen] = useState<SectionId>("header");
	const items = sections.map(({ id, paths }) => ({ id, label: words.report[id], missing: missingIn(paths, incomplete) }));
	if (isPhone)
		return (
			<div className={styles.railPhone}>
				<Field label={words.report.goTo} hideLabel>
					<Select
						value={chosen}
						options={items.map(({ id, label, missing }) => ({ value: id, label: missing > 0 ? `${label} · ${words.report.missing(missing)}` : label }))}
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
				{items.map(({ id, label, missing }) => (
					<li key={id}>
						<a
							href={`#${sectionAnchor(id)}`}
							onClick={(event) => {
								event.preventDefault();
								goTo(id);
							}}
						>
							<span>{label}</span>
							{missing > 0 ? (
								<span className={styles.missing}>{words.report.missing(missing)}</span>
							) : (
								<span className={styles.whole}>
									<Icon name="check" size={16} />
									<span className="visually-hidden">{words.report.complete}</span>
								</span>
							)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
