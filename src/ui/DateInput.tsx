import { TextInput, type TextInputProps } from "./TextInput.tsx";

export type DateInputProps = Omit<TextInputProps, "type">;

/** The browser's own date box: its value is already the `YYYY-MM-DD` the contract wants. */
export function DateInput(props: DateInputProps) {
	return <TextInput {...props} type="date" />;
}
