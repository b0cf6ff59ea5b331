import { type RefObject, useLayoutEffect, useRef } from "react";
import type { TypedBefore } from "./Combobox.tsx";
import { TextInput } from "./TextInput.tsx";

type ComboboxAwaitedProps = { value: string; placeholder?: string; label?: string; before: RefObject<TypedBefore | null>; takesFocus?: boolean };

/** Who types faster than the type-ahead comes loses no letter: what the box held when it left is written in `before`. */
export function ComboboxAwaited({ value, placeholder, label, before, takesFocus = false }: ComboboxAwaitedProps) {
	const box = useRef<HTMLInputElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the cursor begins here, and is not called back
	useLayoutEffect(() => {
		const input = box.current;
		if (takesFocus) input?.focus();
		return () => {
			if (input) before.current = { text: input.value, hadFocus: document.activeElement === input };
		};
	}, [before]);
	return <TextInput ref={box} defaultValue={value} placeholder={placeholder} aria-label={label} aria-busy />;
}
