import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import styles from "./Checkbox.module.css";
import { classNames } from "./class-names.ts";
import { useFieldControl } from "./field-context.ts";

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
	label: ReactNode;
	help?: ReactNode;
	/** Muted figure at the end of the line, as in the facets. */
	count?: ReactNode;
	/** The square alone is drawn, in a table cell; the label stays its name. */
	hideLabel?: boolean;
	/** Some of what it stands for is chosen. */
	mixed?: boolean;
	ref?: Ref<HTMLInputElement>;
};

/** A square that fills. Its label is its own: no Field needed around a single one. */
export function Checkbox({ label, help, count, hideLabel, mixed, className, ref, ...rest }: CheckboxProps) {
	const helpId = useId();
	const { "aria-required": _required, ...control } = useFieldControl({
		...rest,
		"aria-describedby": classNames(rest["aria-describedby"], help && helpId) || undefined,
	});
	const setRef = (input: HTMLInputElement | null) => {
		if (input) input.indeterminate = Boolean(mixed);
		if (typeof ref === "function") return ref(input);
		if (ref) ref.current = input;
	};
	return (
		<label className={classNames(styles.line, hideLabel && styles.alone, className)}>
			<input {...rest} {...control} ref={setRef} type="checkbox" className={styles.box} />
			<span className={hideLabel ? "visually-hidden" : styles.label}>
				{label}
				{help && (
					<span id={helpId} className={styles.help}>
						{help}
					</span>
				)}
			</span>
			{count !== undefined && <span className={styles.count}>{count}</span>}
		</label>
	);
}
