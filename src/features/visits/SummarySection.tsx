import { memo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { PathField } from "./PathField.tsx";
import { ReportSection } from "./ReportSection.tsx";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

const longest = 1500;

/** Block 7: facts. */
export const SummarySection = memo(function SummarySection() {
	const words = useWords(text);
	const { control, register } = useFormContext<ReportValues>();
	const summary = useWatch({ control, name: "summary" });
	return (
		<ReportSection id="summary">
			<PathField path="headline" label={words.words.headline}>
				<GuardedInput field="headline" {...register("headline")} maxLength={300} />
			</PathField>
			<PathField path="summary" label={words.words.summary} help={words.words.hint}>
				<GuardedArea field="summary" {...register("summary")} value={summary} rows={6} counter={longest} />
			</PathField>
		</ReportSection>
	);
});
