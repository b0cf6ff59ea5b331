import { useOccupationChoice } from "#lib/occupations.ts";
import { useWords } from "#lib/words.ts";
import { Field, type FieldProps } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { text } from "./text.ts";

type OccupationFieldProps = Pick<FieldProps, "label" | "error" | "required" | "id"> & { value: string; onChange: (code: string) => void; onBlur?: () => void };

/** CNP 2021 by title or code, without minding accents. */
export function OccupationField({ value, onChange, onBlur, ...field }: OccupationFieldProps) {
	const words = useWords(text);
	const { isNaming, box } = useOccupationChoice(value, onChange);
	return (
		<Field {...field}>
			{isNaming ? (
				<TextInput value={value} readOnly aria-busy />
			) : (
				<LazyCombobox {...box} onBlur={onBlur} placeholder={words.need.occupationHint} emptyText={words.need.noOccupation} opensOn="input" />
			)}
		</Field>
	);
}
