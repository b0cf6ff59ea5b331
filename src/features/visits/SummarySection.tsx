import { useFormContext, useWatch } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { TextArea } from "#ui/TextArea.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { PathField } from "./PathField.tsx";
import { ReportSection } from "./ReportSection.tsx";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

const longest = 1500;

/** Block 7: facts. */
export function SummarySection() {
	const words = useWords(text);
	const { control, register } = useFormContext<ReportValues>();
	const summary = useWatch({ control, name: "summary" });
	return (
		<ReportSection id="summary">
			<PathField path="headline" label={words.words.headline}>
				<TextInput {...register("headline")} maxLength={300} />
			</PathField>
			<PathField path="summary" label={words.words.summary} help={words.words.hint}>
				<TextArea {...register("summary")} value={summary} rows={6} counter={longest} />
			</PathField>
		</ReportSection>
	);
}
