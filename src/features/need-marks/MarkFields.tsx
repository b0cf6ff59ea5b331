import { useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { text } from "./text.ts";

export type MarkValues = { validFrom: string; source: string; isValidated: boolean };

/** What a threshold and a list have in common. */
export const markValues = (mark: MarkValues | null, today: string): MarkValues => ({
	validFrom: mark?.validFrom ?? today,
	source: mark?.source ?? "",
	isValidated: mark?.isValidated ?? false,
});

export function DayField() {
	const words = useWords(text).form;
	const { register, formState } = useFormContext<MarkValues>();
	return (
		<Field label={words.validFrom} error={formState.errors.validFrom?.message} required>
			<DateInput {...register("validFrom")} />
		</Field>
	);
}

/** Where a mark was read, and whether somebody has checked it. */
export function SourceFields() {
	const words = useWords(text).form;
	const { register, formState } = useFormContext<MarkValues>();
	return (
		<>
			<Field label={words.sourceLabel} help={words.sourceHelp} error={formState.errors.source?.message} required>
				<TextInput {...register("source")} autoComplete="off" />
			</Field>
			<Checkbox {...register("isValidated")} label={words.isValidated} help={words.isValidatedHelp} />
		</>
	);
}
