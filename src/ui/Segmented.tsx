import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { Field } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import styles from "./Segmented.module.css";

export type SegmentedOption<Value extends string> = { value: Value; label: ReactNode; icon?: IconName; disabled?: boolean };
export type SegmentedProps<Value extends string> = {
	label: ReactNode;
	options: readonly SegmentedOption<Value>[];
	value: Value | null | undefined;
	onChange: (value: Value) => void;
	onBlur?: () => void;
	name?: string;
	help?: ReactNode;
	error?: ReactNode;
	required?: boolean;
	optional?: boolean;
	hideLabel?: boolean;
	/** As tall as a small button, only as wide as its words: the list / board switch. */
	compact?: boolean;
	id?: string;
};

/** One answer among few, all in sight. Native radio buttons: the arrows and the form work by themselves. */
export function Segmented<Value extends string>({ options, value, onChange, onBlur, name, compact, ...field }: SegmentedProps<Value>) {
	const made = useId();
	return (
		<Field {...field} group="radiogroup" className={compact ? styles.inline : undefined}>
			<div className={classNames(styles.row, compact && styles.compact)}>
				{options.map((option) => (
					<label key={option.value} className={styles.segment}>
						<input
							type="radio"
							className={styles.radio}
							name={name ?? made}
							value={option.value}
							disabled={option.disabled}
							checked={option.value === value}
							onChange={() => onChange(option.value)}
							onBlur={onBlur}
						/>
						{option.icon && <Icon name={option.icon} size={16} />}
						{option.label}
					</label>
				))}
			</div>
		</Field>
	);
}
