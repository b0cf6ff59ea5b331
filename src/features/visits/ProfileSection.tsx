import { memo } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import type { VisitPrefill } from "#contract/visits.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { isBlank, type ProfileValues, profileValues } from "./block-values.ts";
import { CarriedSection } from "./CarriedSection.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";
import { useBlockLines } from "./use-block-lines.ts";

const counts = ["employeesTotal", "employeesPermanent", "employeesSeasonal", "temporaryForeignWorkers"] as const;
const trends = ["growing", "stable", "declining"] as const;

/** Block 2: the business, as the last visit left it. */
export const ProfileSection = memo(function ProfileSection({ past }: { past: VisitPrefill["profile"] }) {
	const words = useWords(reportText);
	const { control, setValue } = useFormContext<ReportValues>();
	const values = useWatch({ control, name: "report.profile" });
	const { profileLine } = useBlockLines();
	const before = past && profileValues(past.block);
	return (
		<CarriedSection<ProfileValues>
			id="profile"
			isBlank={isBlank(values)}
			said={profileLine(values)}
			holds={words.profile.holds}
			past={past && before && { ...past, values: before, line: profileLine(before) }}
			onTake={(taken) => setValue("report.profile", taken, { shouldDirty: true })}
		>
			<ProfileFields />
		</CarriedSection>
	);
});

function ProfileFields() {
	const { profile: words, notSaid, yes, no } = useWords(reportText);
	const { sectors, sectorLabel } = useReference();
	const { control, register } = useFormContext<ReportValues>();
	const trend = useField("report.profile.trend");
	const resource = useField("report.profile.hasHumanResources");
	return (
		<>
			<div className={styles.pair}>
				<PathField path="report.profile.activity" label={words.activity}>
					<GuardedInput field="report.profile.activity" {...register("report.profile.activity")} maxLength={300} />
				</PathField>
				<PathField path="report.profile.sectorCode" label={words.sector}>
					<Select
						{...register("report.profile.sectorCode")}
						placeholder={notSaid}
						options={sectors.map(({ code }) => ({ value: code, label: sectorLabel(code) }))}
					/>
				</PathField>
			</div>
			<div className={styles.quarters}>
				{counts.map((field) => (
					<PathField key={field} path={`report.profile.${field}`} label={words[field]}>
						<Controller control={control} name={`report.profile.${field}`} render={({ field: box }) => <NumberInput {...box} />} />
					</PathField>
				))}
			</div>
			<div className={styles.pair}>
				<PathField path="report.profile.shifts" label={words.shifts}>
					<GuardedInput field="report.profile.shifts" {...register("report.profile.shifts")} maxLength={120} placeholder={words.shiftsHint} />
				</PathField>
				<PathField path="report.profile.union" label={words.union}>
					<GuardedInput field="report.profile.union" {...register("report.profile.union")} maxLength={120} placeholder={words.unionHint} />
				</PathField>
				<Controller
					control={control}
					name="report.profile.trend"
					render={({ field: { value, onChange, onBlur } }) => (
						<Segmented
							label={words.trend}
							{...trend}
							options={trends.map((one) => ({ value: one, label: words.trends[one] }))}
							value={value || null}
							onChange={onChange}
							onBlur={onBlur}
						/>
					)}
				/>
				<Controller
					control={control}
					name="report.profile.hasHumanResources"
					render={({ field: { value, onChange, onBlur } }) => (
						<Segmented
							label={words.humanResources}
							{...resource}
							options={[
								{ value: "yes", label: yes },
								{ value: "no", label: no },
							]}
							value={value === null ? null : value ? "yes" : "no"}
							onChange={(chosen) => onChange(chosen === "yes")}
							onBlur={onBlur}
						/>
					)}
				/>
				<PathField path="report.profile.recruitedAbroad" label={words.recruitedAbroad}>
					<GuardedInput
						field="report.profile.recruitedAbroad"
						{...register("report.profile.recruitedAbroad")}
						maxLength={300}
						placeholder={words.recruitedHint}
					/>
				</PathField>
				<PathField path="report.profile.frenchAtWork" label={words.frenchAtWork}>
					<GuardedInput field="report.profile.frenchAtWork" {...register("report.profile.frenchAtWork")} maxLength={300} placeholder={words.frenchHint} />
				</PathField>
			</div>
		</>
	);
}
