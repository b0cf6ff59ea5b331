import { memo } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { addBusinessDays } from "#contract/business-days.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { LineList } from "./LineList.tsx";
import { NextStepLine } from "./NextStepLine.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import { ReportSection } from "./ReportSection.tsx";
import { newStep, type ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

/** Block 8: what, who, for when; or why nothing. */
export const NextStepsSection = memo(function NextStepsSection() {
	const words = useWords(text);
	const { today, terms } = useReference();
	const me = useSession().person.id;
	const { control, register, setValue, getValues } = useFormContext<ReportValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "report.nextSteps", keyName: "key" });
	const reason = useField("noFollowUpReason");
	const contact = useField("nextContactOn");
	return (
		<ReportSection id="nextSteps">
			<LineList
				path="report.nextSteps"
				add={words.step.add}
				empty={words.step.empty}
				isEmpty={fields.length === 0}
				onAdd={() => {
					setValue("noFollowUpReason", "", { shouldDirty: true });
					append(newStep(me, addBusinessDays(today, 5)), { focusName: `report.nextSteps.${fields.length}.kind` });
				}}
			>
				{fields.map(({ key }, index) => (
					<NextStepLine key={key} index={index} onRemove={() => remove(index)} />
				))}
			</LineList>
			<div className={styles.pair}>
				{fields.length === 0 && (
					<Field label={words.step.none} {...reason}>
						<Select
							{...register("noFollowUpReason")}
							placeholder={words.step.needed}
							options={terms("noFollowUpReason", { on: getValues("occurredOn"), held: getValues("noFollowUpReason") })}
						/>
					</Field>
				)}
				<Field label={words.step.nextContact} optional {...contact}>
					<DateInput {...register("nextContactOn")} />
				</Field>
			</div>
		</ReportSection>
	);
});
