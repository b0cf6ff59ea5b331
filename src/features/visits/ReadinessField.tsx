import { Controller, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Segmented } from "#ui/Segmented.tsx";
import { useField } from "./problems.ts";
import { type readinessFields, readinessLevels } from "./readiness.ts";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";

/** From 0, nothing, to 3, ready. */
export function ReadinessField({ field }: { field: (typeof readinessFields)[number] }) {
	const { capacity } = useWords(reportText);
	const { control } = useFormContext<ReportValues>();
	const problem = useField(`report.capacity.${field}`);
	return (
		<Controller
			control={control}
			name={`report.capacity.${field}`}
			render={({ field: { value, onChange, onBlur } }) => (
				<Segmented
					label={capacity.readiness[field]}
					{...problem}
					options={readinessLevels.map((level) => ({ value: level, label: level }))}
					value={value === null ? null : (String(value) as (typeof readinessLevels)[number])}
					onChange={(level) => onChange(Number(level))}
					onBlur={onBlur}
				/>
			)}
		/>
	);
}
