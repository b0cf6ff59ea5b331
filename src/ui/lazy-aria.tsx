import { type ComponentType, lazy, Suspense, useRef } from "react";
import { buttonClass } from "./Button.tsx";
import chip from "./Chip.module.css";
import type { ComboboxProps, TypedBefore } from "./Combobox.tsx";
import { ComboboxAwaited } from "./ComboboxAwaited.tsx";
import type { ComboboxItem } from "./ComboboxList.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { AskedBefore, MenuProps } from "./Menu.tsx";
import { MenuAwaited } from "./MenuAwaited.tsx";

const load = () => import("./aria.ts");

// lazy() forgets the type parameter of a generic component; the wrapper below gives it back.
const ComboboxChunk = lazy(async () => ({ default: (await load()).aria.Combobox as unknown as ComponentType<ComboboxProps<ComboboxItem>> }));
const MenuChunk = lazy(async () => ({ default: (await load()).aria.Menu }));

/** The type-ahead; a plain box of the same size holds its place, and hands over the words and the cursor it was given meanwhile. */
export function LazyCombobox<Item extends ComboboxItem>(props: ComboboxProps<Item>) {
	const before = useRef<TypedBefore>(null);
	return (
		<Suspense
			fallback={
				<ComboboxAwaited value={props.value?.label ?? ""} placeholder={props.placeholder} label={props.label} before={before} takesFocus={props.takesFocus} />
			}
		>
			<ComboboxChunk {...(props as unknown as ComboboxProps<ComboboxItem>)} before={before} />
		</Suspense>
	);
}

/** The menu button; a button of the same look holds its place, and the menu opens by itself when it was asked before it came. */
export function LazyMenu(props: MenuProps) {
	const before = useRef<AskedBefore>(null);
	const { label, look = "button", icon, iconOnly, size, className } = props;
	return (
		<Suspense
			fallback={
				<MenuAwaited before={before} className={look === "chip" ? classNames(chip.chip, chip.button, className) : buttonClass(props, className)}>
					{icon && <Icon name={icon} size={size === "small" ? 16 : 18} />}
					<span className={iconOnly ? "visually-hidden" : undefined}>{label}</span>
					{!iconOnly && <Icon name="chevronDown" size={14} />}
				</MenuAwaited>
			}
		>
			<MenuChunk {...props} before={before} />
		</Suspense>
	);
}

/** Fetches the chunk when the browser has nothing better to do, so that the first use is immediate. */
export function preloadAria() {
	const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
	later(() => void load());
}
