import { type RefObject, useLayoutEffect, useRef } from "react";
import type { TypedBefore } from "./Combobox.tsx";
import { TextInput } from "./TextInput.tsx";

type ComboboxAwaitedProps = { value: string; placeholder?: string; label?: string; before: RefObject<TypedBefore | null> };

/** Who types faster than the type-ahead comes loses no letter: what the box held when it left is written in `before`. */
export function ComboboxAwaited({ value, placeholder, label, before }: ComboboxAwaitedProps) {
	const box = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => {
		const input = box.current;
		return () => {
			if (input && document.activeElement === input) before.current = { text: input.value };
		};
	}, [before]);
	return <TextInput ref={box} defaultValue={value} placeholder={placeholder} aria-label={label} aria-busy />;
}
