import { useEmployerChoices } from "#lib/employer-choices.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";

type EmployerChoiceProps = { value: ComboboxItem | null; onChange: (employer: ComboboxItem | null) => void; error?: string };

/** Type-ahead on the employers; before the first letter, mine. */
export function EmployerChoice({ value, onChange, error }: EmployerChoiceProps) {
	const words = useWords(text).form;
	const box = useEmployerChoices(value);
	return (
		<Field label={words.employer} required error={error}>
			<LazyCombobox {...box} onChange={onChange} placeholder={words.employerHint} emptyText={words.noEmployer} opensOn="input" />
		</Field>
	);
}
