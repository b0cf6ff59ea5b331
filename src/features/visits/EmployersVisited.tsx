import { useState } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Chip, ChipButton } from "#ui/Chip.tsx";
import { Field } from "#ui/Field.tsx";
import { EmployerField } from "./EmployerField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

/** Nearly always one; a group session has several, and the lines of the report go to the first. */
export function EmployersVisited() {
	const words = useWords(text);
	const { control } = useFormContext<ReportValues>();
	const [isAdding, setAdding] = useState(false);
	const field = useField("employerIds");
	return (
		<Controller
			control={control}
			name="employers"
			render={({ field: { value, onChange } }) => (
				<Field label={words.head.employers} required group="group" {...field}>
					<div className={styles.chips}>
						{value.map(({ id, name }) => (
							<Chip key={id} name={name} onRemove={value.length > 1 ? () => onChange(value.filter((employer) => employer.id !== id)) : undefined}>
								{name}
							</Chip>
						))}
						{!isAdding && (
							<ChipButton dashed icon="plus" onClick={() => setAdding(true)}>
								{words.head.addEmployer}
							</ChipButton>
						)}
					</div>
					{isAdding && (
						<EmployerField
							label={words.head.addEmployer}
							hideLabel
							value={null}
							exclude={value.map(({ id }) => id)}
							inputRef={(input) => input?.focus()}
							onChange={(employer) => {
								if (!employer) return;
								onChange([...value, { id: employer.id, name: employer.label }]);
								setAdding(false);
							}}
						/>
					)}
				</Field>
			)}
		/>
	);
}
