import { type InputHTMLAttributes, type Ref, useState } from "react";
import { useWords } from "#lib/words.ts";
import { classNames } from "./class-names.ts";
import { useFieldControl } from "./field-context.ts";
import input from "./input.module.css";
import styles from "./PasswordInput.module.css";
import { text } from "./text.ts";

export type PasswordInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "autoComplete"> & {
	ref?: Ref<HTMLInputElement>;
	/** What a password manager must offer here. */
	autoComplete: "current-password" | "new-password";
};

/** A password box one may read over: shown, it is typed right the first time, and needs no second box. Pasting is welcome. */
export function PasswordInput({ className, ...rest }: PasswordInputProps) {
	const words = useWords(text);
	const [isShown, setShown] = useState(false);
	const control = useFieldControl(rest);
	const { required: _required, ...attributes } = rest;
	return (
		<div className={styles.box}>
			<input
				autoCapitalize="none"
				spellCheck={false}
				{...attributes}
				{...control}
				type={isShown ? "text" : "password"}
				className={classNames(input.input, className)}
			/>
			<button type="button" className={styles.reveal} aria-pressed={isShown} aria-controls={control.id} onClick={() => setShown(!isShown)}>
				{isShown ? words.hide : words.show}
				<span className="visually-hidden"> {words.thePassword}</span>
			</button>
		</div>
	);
}
