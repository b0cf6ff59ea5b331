import { type Ref, type RefObject, use, useEffect, useRef, useState } from "react";
import { Button, ComboBox, I18nProvider, Input } from "react-aria-components";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import styles from "./Combobox.module.css";
import { type ComboboxItem, ComboboxList } from "./ComboboxList.tsx";
import { FieldContext } from "./field-context.ts";
import { Icon } from "./Icon.tsx";
import input from "./input.module.css";
import { Spinner } from "./Spinner.tsx";
import { text } from "./text.ts";

export type ComboboxProps<Item extends ComboboxItem> = {
	/** Already filtered by whoever owns the search: this component never filters. */
	items: readonly Item[];
	value: Item | null;
	onChange: (item: Item | null) => void;
	/** The words typed; ask for items with them. */
	onInputChange?: (query: string) => void;
	isLoading?: boolean;
	emptyText?: string;
	placeholder?: string;
	/** Needed only outside a Field. */
	label?: string;
	/** The list opens as soon as the box has the focus (recents first) or when one types. */
	opensOn?: "focus" | "input";
	name?: string;
	onBlur?: () => void;
	disabled?: boolean;
	ref?: Ref<HTMLInputElement>;
	/** The cursor begins here, once: wherever it has gone since is left alone. */
	takesFocus?: boolean;
	/** What was typed in the box that stood here before this one had come. */
	before?: RefObject<TypedBefore | null>;
};

/** What the plain box held when it left, and whether the cursor was still in it. */
export type TypedBefore = { text: string; hadFocus: boolean };

/** React-aria hides the rest of the page from a screen reader while the list is open, and leaves it to the keyboard: half hidden. What it takes for a top layer, it leaves alone. */
const topLayer = "data-react-aria-top-layer";
const pageOf = (element: HTMLElement | null) => element?.closest("body > *");

/** As the person did: the box hears of it as of any letter, searches, and opens. */
function typeAgain(input: HTMLInputElement, words: string) {
	input.focus();
	if (words === input.value) return;
	Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, words);
	input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Type-ahead. Load it through `LazyCombobox`. */
export function Combobox<Item extends ComboboxItem>(props: ComboboxProps<Item>) {
	const {
		items,
		value,
		onChange,
		onInputChange,
		isLoading,
		emptyText,
		placeholder,
		label,
		opensOn = "focus",
		name,
		onBlur,
		disabled,
		ref,
		before,
		takesFocus = false,
	} = props;
	const words = useWords(text);
	const language = useLanguage();
	const field = use(FieldContext);
	const box = useRef<HTMLDivElement>(null);
	const [typed, setTyped] = useState(value?.label ?? "");
	const [shownFor, setShownFor] = useState(value?.id);
	if (shownFor !== value?.id) {
		setShownFor(value?.id);
		setTyped(value?.label ?? "");
	}
	const query = typed === value?.label ? "" : typed;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the cursor begins here, and is not called back
	useEffect(() => {
		const input = box.current?.querySelector("input");
		const left = before?.current;
		if (before) before.current = null;
		if (left?.hadFocus && input) typeAgain(input, left.text);
		else if (takesFocus && !left) input?.focus();
	}, [before]);
	useEffect(() => {
		const page = pageOf(box.current);
		return () => page?.removeAttribute(topLayer);
	}, []);

	return (
		<I18nProvider locale={`${language}-CA`}>
			<ComboBox<Item>
				id={field?.id}
				items={items}
				value={value?.id ?? null}
				onChange={(key) => {
					// Leaving the box with unfinished words reports null: only an emptied box means « none ».
					const item = items.find((candidate) => candidate.id === key);
					if (!item) return;
					setTyped(item.label);
					onChange(item);
				}}
				inputValue={typed}
				onInputChange={(next) => {
					if (next === typed) return;
					setTyped(next);
					onInputChange?.(next);
					if (next === "" && value) onChange(null);
				}}
				onOpenChange={(isOpen) => pageOf(box.current)?.toggleAttribute(topLayer, isOpen)}
				onBlur={() => {
					setTyped(value?.label ?? "");
					onBlur?.();
				}}
				allowsCustomValue
				allowsEmptyCollection
				menuTrigger={opensOn}
				name={name}
				formValue="key"
				isDisabled={disabled}
				isInvalid={field?.invalid}
				isRequired={field?.required}
				validationBehavior="aria"
				aria-label={label}
				aria-labelledby={field?.labelId}
				aria-describedby={field?.describedBy}
				className={styles.root}
			>
				<div className={input.box} ref={box}>
					<Input ref={ref} placeholder={placeholder} className={input.input} autoComplete="off" spellCheck={false} />
					{isLoading && (
						<span className={styles.waiting}>
							<Spinner />
						</span>
					)}
					<Button className={styles.open} aria-label={words.showList}>
						<Icon name="chevronDown" size={16} />
					</Button>
				</div>
				<ComboboxList box={box} items={items} query={query} whenEmpty={isLoading ? words.searching : (emptyText ?? words.nothingFound)} />
			</ComboBox>
		</I18nProvider>
	);
}
