import { memo } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { FoldedSection } from "./FoldedSection.tsx";
import { LineList } from "./LineList.tsx";
import { newToolUse, type ReportValues } from "./report-values.ts";
import { ToolUseLine } from "./ToolUseLine.tsx";
import { text } from "./text.ts";

/** The use of the ministry's two tools, learnt at the visit. */
export const ToolsSection = memo(function ToolsSection() {
	const words = useWords(text);
	const { control, getValues } = useFormContext<ReportValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "report.toolUses", keyName: "key" });
	return (
		<FoldedSection id="tools" isBlank={fields.length === 0} line={words.tool.empty}>
			<LineList
				path="report.toolUses"
				add={words.tool.add}
				empty={words.tool.empty}
				isEmpty={fields.length === 0}
				onAdd={() => append(newToolUse(getValues("occurredOn")), { focusName: `report.toolUses.${fields.length}.event` })}
			>
				{fields.map(({ key }, index) => (
					<ToolUseLine key={key} index={index} onRemove={() => remove(index)} />
				))}
			</LineList>
		</FoldedSection>
	);
});
