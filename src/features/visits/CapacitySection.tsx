import { memo } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import type { VisitPrefill } from "#contract/visits.ts";
import { useWords } from "#lib/words.ts";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { type CapacityValues, capacityValues, isBlank } from "./block-values.ts";
import { CarriedSection } from "./CarriedSection.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import { ReadinessField } from "./ReadinessField.tsx";
import styles from "./Report.module.css";
import { readinessFields } from "./readiness.ts";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";
import { useBlockLines } from "./use-block-lines.ts";

const housings = ["provided", "searching", "none"] as const;

/** Block 4: the capacity to welcome, as the last visit left it. */
export const CapacitySection = memo(function CapacitySection({ past }: { past: VisitPrefill["capacity"] }) {
	const words = useWords(reportText);
	const { control, setValue } = useFormContext<ReportValues>();
	const values = useWatch({ control, name: "report.capacity" });
	const { capacityLine } = useBlockLines();
	const before = past && capacityValues(past.block);
	return (
		<CarriedSection<CapacityValues>
			id="capacity"
			isBlank={isBlank(values)}
			said={capacityLine(values)}
			holds={words.capacity.holds}
			past={past && before && { ...past, values: before, line: capacityLine(before) }}
			onTake={(taken) => setValue("report.capacity", taken, { shouldDirty: true })}
		>
			<CapacityFields />
		</CarriedSection>
	);
});

function CapacityFields() {
	const { capacity: words } = useWords(reportText);
	const { control, register } = useFormContext<ReportValues>();
	const housing = useField("report.capacity.housing");
	const note = useWatch({ control, name: "report.capacity.note" });
	return (
		<>
			<Controller
				control={control}
				name="report.capacity.housing"
				render={({ field: { value, onChange, onBlur } }) => (
					<Segmented
						label={words.housing}
						{...housing}
						options={housings.map((one) => ({ value: one, label: words.housings[one] }))}
						value={value || null}
						onChange={onChange}
						onBlur={onBlur}
					/>
				)}
			/>
			<p className="muted">{words.scale}</p>
			<div className={styles.pair}>
				{readinessFields.map((field) => (
					<ReadinessField key={field} field={field} />
				))}
			</div>
			<PathField path="report.capacity.note" label={words.note}>
				<GuardedArea field="report.capacity.note" {...register("report.capacity.note")} value={note} rows={2} counter={500} />
			</PathField>
		</>
	);
}
