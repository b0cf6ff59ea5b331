import type { ReactNode } from "react";
import { Checkbox } from "./Checkbox.tsx";
import styles from "./CheckboxGroup.module.css";
import { classNames } from "./class-names.ts";
import { Field } from "./Field.tsx";

export type CheckboxOption<Value extends string> = { value: Value; label: ReactNode; help?: ReactNode; disabled?: boolean };
export type CheckboxGroupProps<Value extends string> = {
	label: ReactNode;
	options: readonly CheckboxOption<Value>[];
	value: readonly Value[];
	/** Always in the order of `options`. */
	onChange: (value: Value[]) => void;
	onBlur?: () => void;
	name?: string;
	help?: ReactNode;
	error?: ReactNode;
	required?: boolean;
	optional?: boolean;
	hideLabel?: boolean;
	/** Side by side when there is room. */
	columns?: boolean;
	id?: string;
};

/** Several answers to one question, under one label. */
export function CheckboxGroup<Value extends string>({ options, value, onChange, onBlur, name, columns, ...field }: CheckboxGroupProps<Value>) {
	const toggle = (changed: Value, isOn: boolean) =>
		onChange(options.map((option) => option.value).filter((each) => (each === changed ? isOn : value.includes(each))));
	return (
		<Field {...field} group="group">
			<div className={classNames(styles.list, columns && styles.columns)}>
				{options.map((option) => (
					<Checkbox
						key={option.value}
						name={name}
						value={option.value}
						label={option.label}
						help={option.help}
						disabled={option.disabled}
						checked={value.includes(option.value)}
						onChange={(event) => toggle(option.value, event.target.checked)}
						onBlur={onBlur}
					/>
				))}
			</div>
		</Field>
	);
}
