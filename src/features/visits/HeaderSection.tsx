import { memo, Suspense } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { ContactsMet } from "./ContactsMet.tsx";
import { EmployersVisited } from "./EmployersVisited.tsx";
import { LazyPartnerVisited } from "./lazy-blocks.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import { ReportSection } from "./ReportSection.tsx";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";
import { TeamField } from "./TeamField.tsx";
import { text } from "./text.ts";

const languages = ["fr", "en", "other"] as const;

/** Block 1: whom, when, how, who. */
export const HeaderSection = memo(function HeaderSection() {
	const words = useWords(text);
	const { head } = useWords(reportText);
	const { terms } = useReference();
	const { register, control, getValues } = useFormContext<ReportValues>();
	const mode = useField("mode");
	const language = useField("report.language");
	const partner = useWatch({ control, name: "partner" });
	return (
		<ReportSection id="header">
			<Suspense fallback={null}>{partner ? <LazyPartnerVisited partner={partner} /> : <EmployersVisited />}</Suspense>
			<div className={styles.trio}>
				<PathField path="occurredOn" label={words.head.date} required>
					<DateInput {...register("occurredOn")} />
				</PathField>
				<PathField path="report.startsAt" label={words.head.time} optional>
					<TextInput {...register("report.startsAt")} type="time" />
				</PathField>
				<PathField path="durationMinutes" label={words.head.duration} optional>
					<Controller control={control} name="durationMinutes" render={({ field }) => <NumberInput {...field} unit={words.head.minutes} />} />
				</PathField>
			</div>
			<Controller
				control={control}
				name="mode"
				render={({ field }) => (
					<Segmented
						label={words.head.mode}
						required
						{...mode}
						options={terms("visitMode", { on: getValues("occurredOn"), held: getValues("mode") })}
						value={field.value}
						onChange={field.onChange}
						onBlur={field.onBlur}
					/>
				)}
			/>
			<TeamField />
			{!partner && <ContactsMet />}
			<div className={styles.pair}>
				<PathField path="report.origin" label={words.head.origin} optional>
					<Select
						{...register("report.origin")}
						placeholder={words.head.notSaid}
						options={terms("contactOrigin", { on: getValues("occurredOn"), held: getValues("report.origin") })}
					/>
				</PathField>
				<PathField path="report.place" label={words.head.place} optional>
					<GuardedInput field="report.place" {...register("report.place")} maxLength={200} placeholder={words.head.placeHint} />
				</PathField>
				<PathField path="report.partnersPresent" label={head.partnersPresent} optional>
					<GuardedInput field="report.partnersPresent" {...register("report.partnersPresent")} maxLength={300} placeholder={head.partnersHint} />
				</PathField>
				<Controller
					control={control}
					name="report.language"
					render={({ field: { value, onChange, onBlur } }) => (
						<Segmented
							label={head.language}
							optional
							{...language}
							options={languages.map((one) => ({ value: one, label: head.languages[one] }))}
							value={value || null}
							onChange={onChange}
							onBlur={onBlur}
						/>
					)}
				/>
			</div>
		</ReportSection>
	);
});
