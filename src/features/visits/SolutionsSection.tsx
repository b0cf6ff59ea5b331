import { memo } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { CheckboxGroup } from "#ui/CheckboxGroup.tsx";
import { useField } from "./problems.ts";
import { ReportSection } from "./ReportSection.tsx";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

/** Block 5. */
export const SolutionsSection = memo(function SolutionsSection() {
	const words = useWords(text);
	const { terms } = useReference();
	const { control, getValues } = useFormContext<ReportValues>();
	const problem = useField("solutions");
	return (
		<ReportSection id="solutions">
			<Controller
				control={control}
				name="solutions"
				render={({ field: { value, onChange, onBlur } }) => (
					<CheckboxGroup
						label={words.report.solutions}
						hideLabel
						{...problem}
						options={terms("solution", { on: getValues("occurredOn"), held: getValues("solutions") })}
						value={value}
						onChange={onChange}
						onBlur={onBlur}
						columns
					/>
				)}
			/>
		</ReportSection>
	);
});
