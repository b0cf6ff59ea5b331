import { memo } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { newSignal } from "./block-values.ts";
import { FoldedSection } from "./FoldedSection.tsx";
import { LineEmployer } from "./LineEmployer.tsx";
import { PathField } from "./PathField.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";

/** Block 6: what deserves attention, each with its facts. */
export const SignalsSection = memo(function SignalsSection() {
	const { signals: words } = useWords(reportText);
	const { terms } = useReference();
	const { control, register } = useFormContext<ReportValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "report.signals", keyName: "key" });
	return (
		<FoldedSection id="signals" isBlank={fields.length === 0} line={words.holds}>
			<p className="muted">{words.help}</p>
			<ul className={styles.signals}>
				{terms("signal", { held: fields.map(({ code }) => code) }).map(({ value, label }) => {
					const index = fields.findIndex(({ code }) => code === value);
					return (
						<li key={value}>
							<Checkbox
								label={label}
								checked={index >= 0}
								onChange={(event) => (event.target.checked ? append(newSignal(value), { shouldFocus: false }) : remove(index))}
							/>
							{index >= 0 && (
								<div className={styles.signalFacts}>
									<PathField path={`report.signals.${index}.note`} label={words.note(label)} hideLabel>
										<GuardedInput field="report.signals.note" {...register(`report.signals.${index}.note`)} placeholder={words.noteHint} />
									</PathField>
									<LineEmployer list="signals" index={index} />
								</div>
							)}
						</li>
					);
				})}
			</ul>
		</FoldedSection>
	);
});
