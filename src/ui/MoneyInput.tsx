import { useLanguage } from "#lib/preferences.ts";
import { NumberInput, type NumberInputProps } from "./NumberInput.tsx";
import { parseCents } from "./parse-number.ts";

export type MoneyInputProps = Omit<NumberInputProps, "decimals" | "parse" | "show">;

/** Dollars are typed, integer cents are kept. `value` and `onChange` speak cents. */
export function MoneyInput({ unit = "$", ...rest }: MoneyInputProps) {
	const language = useLanguage();
	const show = (cents: number) => {
		const digits = cents % 100 === 0 ? 0 : 2;
		return new Intl.NumberFormat(`${language}-CA`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cents / 100);
	};
	return <NumberInput {...rest} unit={unit} decimals={2} parse={parseCents} show={show} />;
}
