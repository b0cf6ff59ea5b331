import { TextArea, type TextAreaProps } from "./TextArea.tsx";
import { type GuardedProps, TextGuard } from "./TextGuard.tsx";

/** A box of prose. `field`: what the contract calls it, for the log of choices. */
export function GuardedArea({ field, record, ...rest }: TextAreaProps & GuardedProps) {
	return (
		<TextGuard field={field} record={record}>
			<TextArea {...rest} />
		</TextGuard>
	);
}
