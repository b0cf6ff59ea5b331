import type { Ref, SelectHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { useFieldControl } from "./field-context.ts";
import { Icon } from "./Icon.tsx";
import styles from "./input.module.css";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "multiple"> & {
	/** Or give `<option>` and `<optgroup>` as children. */
	options?: readonly SelectOption[];
	/** First entry, with the empty value. */
	placeholder?: string;
	ref?: Ref<HTMLSelectElement>;
};

/** The browser's own list: best on a phone, known to every screen reader. */
export function Select({ options, placeholder, className, children, ...rest }: SelectProps) {
	const control = useFieldControl(rest);
	const { required: _required, ...attributes } = rest;
	return (
		<div className={styles.box}>
			<select {...attributes} {...control} className={classNames(styles.input, styles.select, className)}>
				{placeholder !== undefined && <option value="">{placeholder}</option>}
				{options?.map((option) => (
					<option key={option.value} value={option.value} disabled={option.disabled}>
						{option.label}
					</option>
				))}
				{children}
			</select>
			<Icon name="chevronDown" size={16} className={styles.chevron} />
		</div>
	);
}
