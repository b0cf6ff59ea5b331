import { type Ref, type TextareaHTMLAttributes, useId, useState } from "react";
import { useWords } from "#lib/words.ts";
import { classNames } from "./class-names.ts";
import { useFieldControl } from "./field-context.ts";
import styles from "./input.module.css";
import { text } from "./text.ts";

export type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
	ref?: Ref<HTMLTextAreaElement>;
	/** Shows what is left; never cuts what is typed or pasted. */
	counter?: number;
};

/** Grows with its text (CSS `field-sizing`, by measure where that is missing). */
export function TextArea({ counter, className, rows = 3, onInput, ...rest }: TextAreaProps) {
	const counterId = useId();
	const words = useWords(text);
	const [typed, setTyped] = useState(String(rest.defaultValue ?? "").length);
	const length = rest.value === undefined ? typed : String(rest.value).length;
	const control = useFieldControl({ ...rest, "aria-describedby": classNames(rest["aria-describedby"], counter && counterId) || undefined });
	const { required: _required, ...attributes } = rest;
	const left = counter === undefined ? 0 : counter - length;
	return (
		<>
			<textarea
				{...attributes}
				{...control}
				rows={rows}
				className={classNames(styles.input, styles.area, className)}
				onInput={(event) => {
					const area = event.currentTarget;
					setTyped(area.value.length);
					if (!CSS.supports("field-sizing", "content")) {
						area.style.height = "auto";
						area.style.height = `${area.scrollHeight + 2}px`;
					}
					onInput?.(event);
				}}
			/>
			{counter !== undefined && (
				<span id={counterId} className={classNames(styles.counter, left < 0 && styles.over)}>
					{words.charactersLeft(left)}
				</span>
			)}
		</>
	);
}
