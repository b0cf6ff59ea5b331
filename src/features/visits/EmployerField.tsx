import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from "react";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field, type FieldProps } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";
import { useEmployerItems } from "./use-employer-items.ts";

type EmployerFieldProps = Pick<FieldProps, "label" | "error" | "required" | "hideLabel" | "id"> & {
	value: ComboboxItem | null;
	onChange: (employer: ComboboxItem | null) => void;
	/** Chosen with Enter: the hands are on the keyboard and go on. */
	onEntered?: () => void;
	/** Enter waits for the search (true), which has chosen or found nobody (false). */
	onAwaited?: (isAwaited: boolean) => void;
	exclude?: readonly string[];
	inputRef?: Ref<HTMLInputElement>;
	takesFocus?: boolean;
};

/** Type-ahead on the employers. Enter takes the first one found, even while it is on its way: letters, Enter, done. */
export function EmployerField({ value, onChange, onEntered, onAwaited, exclude = [], inputRef, takesFocus, ...field }: EmployerFieldProps) {
	const words = useWords(text);
	const [typed, setTyped] = useState("");
	const found = useEmployerItems(typed);
	const items = found.items.filter(({ id }) => !exclude.includes(id));
	const wanted = useRef<string | null>(null);
	const isKeyboard = useRef(false);

	const want = (q: string | null) => {
		if (wanted.current === q) return;
		wanted.current = q;
		onAwaited?.(q !== null);
	};
	const choose = (item: ComboboxItem | null) => {
		want(null);
		setTyped("");
		onChange(item);
		if (item && isKeyboard.current) onEntered?.();
	};
	useEffect(() => {
		const [first] = items;
		if (wanted.current === null || wanted.current !== found.isFor) return;
		if (first) choose(first);
		else want(null);
	});
	const onKeyDown = (event: KeyboardEvent) => {
		isKeyboard.current = event.key === "Enter";
		if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
		const q = typed.trim();
		// An option reached with the arrows is the list's own affair.
		if (q === "" || (event.target as HTMLElement).getAttribute("aria-activedescendant")) return;
		event.preventDefault();
		event.stopPropagation();
		// Found already, or known not to be there: nothing is waited for.
		if (found.isFor !== q) want(q);
		else if (items[0]) choose(items[0]);
	};
	return (
		<Field {...field}>
			<div
				onKeyDownCapture={onKeyDown}
				onPointerDownCapture={() => {
					isKeyboard.current = false;
				}}
			>
				<LazyCombobox
					ref={inputRef}
					takesFocus={takesFocus}
					items={items}
					value={value}
					onChange={choose}
					onInputChange={(text) => {
						// Other letters than those that Enter was pressed on: it no longer holds.
						if (wanted.current !== null && wanted.current !== text.trim()) want(null);
						setTyped(text);
					}}
					isLoading={found.isLoading && typed !== ""}
					placeholder={words.employerHint}
					emptyText={words.noEmployer}
					opensOn="input"
				/>
			</div>
		</Field>
	);
}
