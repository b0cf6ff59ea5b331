import { type Ref, useState } from "react";
import { useLanguage } from "#lib/preferences.ts";
import { parseNumber } from "./parse-number.ts";
import { TextInput, type TextInputProps } from "./TextInput.tsx";

export type NumberInputProps = Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "type"> & {
	value: number | null | undefined;
	/** null when emptied, NaN while what is typed is no number. */
	onChange: (value: number | null) => void;
	/** Digits kept after the decimal mark; 0 for a count. */
	decimals?: number;
	parse?: (typed: string) => number | null;
	show?: (value: number) => string;
	ref?: Ref<HTMLInputElement>;
};

const sameNumber = (a: number | null, b: number | null) => a === b || (Number.isNaN(a) && Number.isNaN(b));

/**
 * A forgiving number: not `type=number`, whose wheel and locale surprises lose what was typed.
 * Controlled; with react-hook-form use `<Controller>`.
 */
export function NumberInput({ value, onChange, decimals = 0, parse = parseNumber, show, onBlur, ...rest }: NumberInputProps) {
	const language = useLanguage();
	const format = show ?? ((n: number) => new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: decimals }).format(n));
	const [typed, setTyped] = useState<string | null>(null);
	const current = value ?? null;
	const isMine = typed !== null && sameNumber(parse(typed), current);
	const shown = isMine ? typed : current === null || Number.isNaN(current) ? (typed ?? "") : format(current);
	return (
		<TextInput
			inputMode={decimals > 0 ? "decimal" : "numeric"}
			{...rest}
			aria-invalid={Number.isNaN(current) || rest["aria-invalid"]}
			value={shown}
			onChange={(event) => {
				setTyped(event.target.value);
				onChange(parse(event.target.value));
			}}
			onBlur={(event) => {
				if (!Number.isNaN(current)) setTyped(null);
				onBlur?.(event);
			}}
		/>
	);
}
