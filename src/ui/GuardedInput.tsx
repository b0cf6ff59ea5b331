import { type GuardedProps, TextGuard } from "./TextGuard.tsx";
import { TextInput, type TextInputProps } from "./TextInput.tsx";

/** One line of free text. `field`: what the contract calls it, for the log of choices. */
export function GuardedInput({ field, record, ...rest }: TextInputProps & GuardedProps) {
	return (
		<TextGuard field={field} record={record}>
			<TextInput {...rest} />
		</TextGuard>
	);
}
