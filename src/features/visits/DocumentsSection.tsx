import { memo } from "react";
import { Controller, useFieldArray, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { newDocument } from "./block-values.ts";
import { FoldedSection } from "./FoldedSection.tsx";
import { LineFrame } from "./LineFrame.tsx";
import { LineList } from "./LineList.tsx";
import { PathField } from "./PathField.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";

const directions = ["given", "received"] as const;

/** Block 10: what changed hands. */
export const DocumentsSection = memo(function DocumentsSection() {
	const { document: words } = useWords(reportText);
	const { control, register } = useFormContext<ReportValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "report.documents", keyName: "key" });
	return (
		<FoldedSection id="documents" isBlank={fields.length === 0} line={words.holds}>
			<LineList
				path="report.documents"
				add={words.add}
				empty={words.holds}
				isEmpty={fields.length === 0}
				onAdd={() => append(newDocument(), { focusName: `report.documents.${fields.length}.title` })}
			>
				{fields.map(({ key }, index) => (
					<LineFrame key={key} title={words.line(index + 1)} remove={words.remove} onRemove={() => remove(index)}>
						<PathField path={`report.documents.${index}.title`} label={words.title} className={styles.half}>
							<GuardedInput field="report.documents.title" {...register(`report.documents.${index}.title`)} maxLength={200} />
						</PathField>
						<div className={styles.half}>
							<Controller
								control={control}
								name={`report.documents.${index}.direction`}
								render={({ field: { value, onChange, onBlur } }) => (
									<Segmented
										label={words.direction}
										options={directions.map((one) => ({ value: one, label: words.directions[one] }))}
										value={value}
										onChange={onChange}
										onBlur={onBlur}
									/>
								)}
							/>
						</div>
					</LineFrame>
				))}
			</LineList>
		</FoldedSection>
	);
});
