import { type ReactNode, useId } from "react";
import { useWords } from "#lib/words.ts";
import { classNames } from "./class-names.ts";
import styles from "./Field.module.css";
import { FieldContext, type FieldControl } from "./field-context.ts";
import { Icon } from "./Icon.tsx";
import { text } from "./text.ts";

export type FieldProps = {
	label: ReactNode;
	help?: ReactNode;
	/** A sentence that says how to put it right; its presence marks the control invalid. */
	error?: ReactNode;
	/** Announced and marked with an asterisk. */
	required?: boolean;
	/** Writes « (facultatif) » after the label. */
	optional?: boolean;
	/** Keeps the label for screen readers only. */
	hideLabel?: boolean;
	/** Several controls under one label (checkboxes, radio buttons). */
	group?: "group" | "radiogroup";
	id?: string;
	className?: string;
	/** One control, which finds its id and its ARIA in the context, or a function that receives them. */
	children: ReactNode | ((control: FieldControl) => ReactNode);
};

/** Owns label, help and error; every id is derived from one. */
export function Field({ label, help, error, required = false, optional, hideLabel, group, id, className, children }: FieldProps) {
	const made = useId();
	const words = useWords(text);
	const base = id ?? made;
	const labelId = `${base}-label`;
	const helpId = help ? `${base}-help` : undefined;
	const errorId = error ? `${base}-error` : undefined;
	const describedBy = classNames(helpId, errorId) || undefined;
	const control: FieldControl = { id: base, labelId, describedBy, invalid: Boolean(error), required, isGroup: Boolean(group) };
	const Label = group ? "span" : "label";
	return (
		<div
			className={classNames(styles.field, error && styles.invalid, className)}
			{...(group
				? {
						role: group,
						id: base,
						"aria-labelledby": labelId,
						"aria-describedby": describedBy,
						...(group === "radiogroup" && { "aria-required": required || undefined, "aria-invalid": Boolean(error) || undefined }),
					}
				: {})}
		>
			<Label id={labelId} className={hideLabel ? "visually-hidden" : styles.label} {...(group ? {} : { htmlFor: base })}>
				{label}
				{required && (
					<span className={styles.star} aria-hidden="true" title={words.required}>
						{"\u00A0*"}
					</span>
				)}
				{optional && <span className={styles.optional}> ({words.optional})</span>}
			</Label>
			{help && (
				<div id={helpId} className={styles.help}>
					{help}
				</div>
			)}
			<FieldContext value={control}>{typeof children === "function" ? children(control) : children}</FieldContext>
			{error && (
				<div id={errorId} className={styles.error}>
					<Icon name="warning" size={16} />
					<span>{error}</span>
				</div>
			)}
		</div>
	);
}
