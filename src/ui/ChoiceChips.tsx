import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import chip from "./Chip.module.css";
import styles from "./ChoiceChips.module.css";
import { classNames } from "./class-names.ts";
import { Field } from "./Field.tsx";
import { matchParts } from "./match.ts";

export type Choice<Value extends string> = { value: Value; label: string /** After the label: the day it is for. */; detail?: string };
export type ChoiceChipsProps<Value extends string> = {
	label: ReactNode;
	options: readonly Choice<Value>[];
	value: Value;
	onChange: (value: Value) => void;
	error?: ReactNode;
	/** What the choice asks for. */
	children?: ReactNode;
};

const beginsWith = (label: string, letter: string) => matchParts(label.slice(0, 1), letter)[0]?.isMatch === true;

/** One answer among few, as chips. Native radio buttons, for the arrows; a first letter chooses too, and once more the next that has it. */
export function ChoiceChips<Value extends string>({ label, options, value, onChange, error, children }: ChoiceChipsProps<Value>) {
	const name = useId();
	const row = useRef<HTMLDivElement>(null);
	const byLetter = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === " ") return;
		const those = options.filter((option) => beginsWith(option.label, event.key));
		const next = those[(those.findIndex((option) => option.value === value) + 1) % those.length];
		if (!next) return;
		event.preventDefault();
		event.stopPropagation();
		onChange(next.value);
		row.current?.querySelector<HTMLInputElement>(`input[value="${next.value}"]`)?.focus();
	};
	return (
		<Field label={label} error={error} group="radiogroup">
			<div ref={row} className={styles.row}>
				{options.map((option) => {
					const isOn = option.value === value;
					return (
						<label key={option.value} className={classNames(chip.chip, chip.button, styles.choice, isOn && chip.pressed)}>
							<input
								type="radio"
								className={styles.radio}
								name={name}
								value={option.value}
								checked={isOn}
								onChange={() => onChange(option.value)}
								onKeyDown={byLetter}
							/>
							<span>
								{isOn ? <b>{option.label}</b> : option.label}
								{option.detail && ` · ${option.detail}`}
							</span>
						</label>
					);
				})}
			</div>
			{children}
		</Field>
	);
}
