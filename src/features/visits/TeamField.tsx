import { Controller, useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Chip } from "#ui/Chip.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

const visiting = ["advisor", "recruitmentAdvisor", "integrationAgent", "manager"];

/** Who of the ministry took part. */
export function TeamField() {
	const words = useWords(text);
	const { people, personName } = useReference();
	const { control } = useFormContext<ReportValues>();
	const field = useField("adviserIds");
	return (
		<Controller
			control={control}
			name="adviserIds"
			render={({ field: { value, onChange } }) => (
				<Field label={words.head.advisers} required group="group" {...field}>
					<div className={styles.chips}>
						{value.map((id) => (
							<Chip key={id} name={personName(id)} onRemove={value.length > 1 ? () => onChange(value.filter((one) => one !== id)) : undefined}>
								{personName(id)}
							</Chip>
						))}
						<Select
							className={styles.adder}
							aria-label={words.head.addAdviser}
							placeholder={words.head.addAdviser}
							value=""
							options={people.filter(({ id, role }) => visiting.includes(role) && !value.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
							onChange={(event) => event.target.value && onChange([...value, event.target.value])}
						/>
					</div>
				</Field>
			)}
		/>
	);
}
