import { useState } from "react";
import { useEmployerChoices } from "#lib/employer-choices.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";

/** The employer that a row is about, found by whoever knows: no name resembles it. */
export function EmployerMatch({ onMatch }: { onMatch: (employerId: string) => void }) {
	const words = useWords(text).row.match;
	const [value, setValue] = useState<ComboboxItem | null>(null);
	const box = useEmployerChoices(value, { onlyTyped: true });
	return (
		<Field label={words.label} help={words.help}>
			<LazyCombobox
				{...box}
				onChange={(employer) => {
					setValue(employer);
					if (employer) onMatch(employer.id);
				}}
				placeholder={words.hint}
				emptyText={words.none}
				opensOn="input"
			/>
		</Field>
	);
}
