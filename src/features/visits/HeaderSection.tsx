import { Controller, useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { ContactsMet } from "./ContactsMet.tsx";
import { EmployersVisited } from "./EmployersVisited.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import { ReportSection } from "./ReportSection.tsx";
import type { ReportValues } from "./report-values.ts";
import { TeamField } from "./TeamField.tsx";
import { text } from "./text.ts";

/** Block 1: when, how, who. */
export function HeaderSection() {
	const words = useWords(text);
	const { terms } = useReference();
	const { register, control } = useFormContext<ReportValues>();
	const mode = useField("mode");
	return (
		<ReportSection id="header">
			<EmployersVisited />
			<div className={styles.pair}>
				<PathField path="occurredOn" label={words.head.date} required>
					<DateInput {...register("occurredOn")} />
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
						options={terms("visitMode")}
						value={field.value}
						onChange={field.onChange}
						onBlur={field.onBlur}
					/>
				)}
			/>
			<TeamField />
			<ContactsMet />
			<div className={styles.pair}>
				<PathField path="report.origin" label={words.head.origin} optional>
					<Select {...register("report.origin")} placeholder={words.head.notSaid} options={terms("contactOrigin")} />
				</PathField>
				<PathField path="report.place" label={words.head.place} optional>
					<TextInput {...register("report.place")} maxLength={200} placeholder={words.head.placeHint} />
				</PathField>
			</div>
		</ReportSection>
	);
}
