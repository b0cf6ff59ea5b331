import { memo } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { LineList } from "./LineList.tsx";
import { NeedLine } from "./NeedLine.tsx";
import { ReportSection } from "./ReportSection.tsx";
import { newNeed, type ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

/** Block 3: one line per occupation. */
export const NeedsSection = memo(function NeedsSection() {
	const words = useWords(text);
	const { control, register, setValue } = useFormContext<ReportValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "report.needs", keyName: "key" });
	const hasNone = useWatch({ control, name: "report.noNeed" });
	return (
		<ReportSection id="needs">
			<LineList
				path="report.needs"
				add={words.need.add}
				empty={words.need.empty}
				isEmpty={fields.length === 0}
				onAdd={() => {
					if (hasNone) setValue("report.noNeed", false, { shouldDirty: true });
					append(newNeed(), { focusName: `report.needs.${fields.length}.posts` });
				}}
			>
				{fields.map(({ key }, index) => (
					<NeedLine key={key} index={index} onRemove={() => remove(index)} />
				))}
			</LineList>
			{fields.length === 0 && <Checkbox label={words.need.none} {...register("report.noNeed")} />}
		</ReportSection>
	);
});
