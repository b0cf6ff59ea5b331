import { Suspense, useState } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Chip, ChipButton } from "#ui/Chip.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyEmployerField } from "./lazy-blocks.tsx";
import { useProblemUnder } from "./problems.ts";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

/** Nearly always one; a group session has many, added one after the other. */
export function EmployersVisited() {
	const words = useWords(text);
	const { subject } = useWords(reportText);
	const { control, getValues, setValue } = useFormContext<ReportValues>();
	/** Their lines go to the first employer: what was written stays. */
	const forget = (employerId: string) => {
		for (const list of ["needs", "nextSteps", "toolUses", "signals", "referrals"] as const)
			for (const [index, line] of getValues(`report.${list}`).entries())
				if (line.employerId === employerId) setValue(`report.${list}.${index}.employerId`, "", { shouldDirty: true });
	};
	const [isAdding, setAdding] = useState(false);
	const field = useProblemUnder("employerIds");
	return (
		<Controller
			control={control}
			name="employers"
			render={({ field: { value, onChange } }) => (
				<Field label={words.head.employers} required group="group" {...field}>
					<div className={styles.chips}>
						{value.map(({ id, name }) => (
							<Chip
								key={id}
								name={name}
								onRemove={
									value.length > 1
										? () => {
												forget(id);
												onChange(value.filter((employer) => employer.id !== id));
											}
										: undefined
								}
							>
								{name}
							</Chip>
						))}
						{value.length > 1 && <span className="muted">{subject.chosen(value.length)}</span>}
						{!isAdding && (
							<ChipButton dashed icon="plus" onClick={() => setAdding(true)}>
								{words.head.addEmployer}
							</ChipButton>
						)}
					</div>
					{isAdding && (
						<Suspense fallback={null}>
							<LazyEmployerField
								label={words.head.addEmployer}
								hideLabel
								key={value.length}
								value={null}
								exclude={value.map(({ id }) => id)}
								takesFocus
								onChange={(employer) => {
									if (!employer) return;
									onChange([...value, { id: employer.id, name: employer.label }]);
								}}
							/>
						</Suspense>
					)}
				</Field>
			)}
		/>
	);
}
