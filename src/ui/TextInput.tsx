import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";
import { useFieldControl } from "./field-context.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import styles from "./input.module.css";

export type TextInputProps = InputHTMLAttributes<HTMLInputElement> & {
	ref?: Ref<HTMLInputElement>;
	/** Words at the end of the box: « $/h », « km ». */
	unit?: ReactNode;
	icon?: IconName;
};

/** A text box; takes `{...register("name")}` as it is. */
export function TextInput({ unit, icon, className, ...rest }: TextInputProps) {
	const control = useFieldControl(rest);
	const { required: _required, ...attributes } = rest;
	const input = <input type="text" autoComplete="off" {...attributes} {...control} className={classNames(styles.input, className)} />;
	if (!unit && !icon) return input;
	return (
		<div className={styles.box}>
			{icon && (
				<span className={styles.lead}>
					<Icon name={icon} size={16} />
				</span>
			)}
			{input}
			{unit && <span className={styles.unit}>{unit}</span>}
		</div>
	);
}
