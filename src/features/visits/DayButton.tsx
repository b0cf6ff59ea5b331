import { type Ref, useState } from "react";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { logText } from "./log-text.ts";
import styles from "./QuickLog.module.css";

type DayButtonProps = {
	value: string;
	onChange: (day: string) => void;
	help?: string | undefined;
	error?: string | undefined;
	buttonRef?: Ref<HTMLButtonElement>;
};

/** « Aujourd’hui, 24 novembre » until one wants another day: the usual answer costs nothing. */
export function DayButton({ value, onChange, help, error, buttonRef }: DayButtonProps) {
	const words = useWords(logText);
	const { today } = useReference();
	const { prose } = useFormat();
	const [isOpen, setOpen] = useState(false);
	return (
		<Field label={words.date} help={help} error={error}>
			{(control) =>
				isOpen || value !== today ? (
					<DateInput value={value} autoFocus={isOpen} onChange={(event) => onChange(event.target.value || today)} onBlur={() => setOpen(false)} />
				) : (
					<button
						type="button"
						ref={buttonRef}
						id={control.id}
						className={styles.day}
						aria-labelledby={`${control.labelId} ${control.id}`}
						aria-describedby={control.describedBy}
						title={words.changeDate}
						onClick={() => setOpen(true)}
					>
						{words.today(prose(value).replace(/,? \d{4}$/, ""))}
					</button>
				)
			}
		</Field>
	);
}
