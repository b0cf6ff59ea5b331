import { useWords } from "#lib/words.ts";
import { Chip } from "#ui/Chip.tsx";
import { Field } from "#ui/Field.tsx";
import { EmployerField } from "./EmployerField.tsx";
import styles from "./Report.module.css";
import type { EmployerValue } from "./report-values.ts";
import { startText } from "./start-text.ts";

type EmployersChosenProps = { value: EmployerValue[]; onChange: (employers: EmployerValue[]) => void; error: string | undefined };

/** Many employers, one after the other: letters, Enter, letters, Enter. */
export function EmployersChosen({ value, onChange, error }: EmployersChosenProps) {
	const { group: words } = useWords(startText);
	return (
		<Field label={words.count(value.length)} required group="group">
			{value.length > 0 && (
				<div className={styles.chips}>
					{value.map(({ id, name }) => (
						<Chip key={id} name={name} onRemove={() => onChange(value.filter((employer) => employer.id !== id))}>
							{name}
						</Chip>
					))}
				</div>
			)}
			<EmployerField
				// Emptied after each choice, the hands still on it.
				key={value.length}
				label={words.add}
				hideLabel
				error={error}
				value={null}
				exclude={value.map(({ id }) => id)}
				takesFocus
				onChange={(employer) => employer && onChange([...value, { id: employer.id, name: employer.label }])}
			/>
		</Field>
	);
}
