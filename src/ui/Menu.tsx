import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Menu as AriaMenu, Button, I18nProvider, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { type ButtonLook, buttonClass } from "./Button.tsx";
import chip from "./Chip.module.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import styles from "./Menu.module.css";
import { text } from "./text.ts";

export type MenuEntry = {
	id: string;
	label: string;
	icon?: IconName;
	onAction: () => void;
	/** Stays reachable and says why it cannot be used. */
	disabledReason?: string | null;
	/** The choice in force, when the menu is a choice. */
	selected?: boolean;
	danger?: boolean;
	/** A line above: starts another family. */
	separated?: boolean;
};

export type MenuProps = ButtonLook & {
	/** Words of the trigger, its accessible name when `iconOnly`. */
	label: ReactNode;
	items: readonly MenuEntry[];
	/** chip: « Couloirs : **aucun** ▾ ». */
	look?: "button" | "chip";
	className?: string;
	/** What became of the button that stood here before this one had come. */
	before?: RefObject<AskedBefore | null>;
};
export type AskedBefore = { isAsked: boolean; hadFocus: boolean };

/** The trigger's classes, shared with what holds its place while it loads. */
export const menuTriggerClass = ({ look, className, ...button }: Pick<MenuProps, "look" | "className" | keyof ButtonLook>) =>
	look === "chip" ? classNames(chip.chip, chip.button, className) : buttonClass(button, className);

/** A button that opens a list of actions. Load it through `LazyMenu`. */
export function Menu({ label, items, look = "button", icon, iconOnly, before, ...rest }: MenuProps) {
	const words = useWords(text);
	const language = useLanguage();
	const trigger = useRef<HTMLButtonElement>(null);
	const [isOpen, setOpen] = useState(false);
	useLayoutEffect(() => {
		const left = before?.current;
		if (before) before.current = null;
		if (left?.hadFocus) trigger.current?.focus();
		if (left?.isAsked) setOpen(true);
	}, [before]);
	return (
		<I18nProvider locale={`${language}-CA`}>
			<MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
				<Button ref={trigger} className={menuTriggerClass({ look, icon, iconOnly, ...rest })}>
					{icon && <Icon name={icon} size={rest.size === "small" ? 16 : 18} />}
					<span className={iconOnly ? "visually-hidden" : undefined}>{label}</span>
					{!iconOnly && <Icon name="chevronDown" size={14} />}
				</Button>
				<Popover className={styles.popover} placement="bottom start" offset={4} UNSTABLE_portalContainer={trigger.current?.closest("dialog") ?? undefined}>
					<AriaMenu className={styles.menu}>
						{items.map((item) => (
							<MenuItem
								key={item.id}
								id={item.id}
								textValue={item.label}
								className={classNames(styles.item, item.danger && styles.danger, item.disabledReason && styles.off, item.separated && styles.separated)}
								onAction={() => item.disabledReason || item.onAction()}
								shouldCloseOnSelect={!item.disabledReason}
							>
								{item.icon && <Icon name={item.icon} size={16} />}
								<span className={styles.words}>
									<Text slot="label">
										{item.label}
										{item.selected && <span className="visually-hidden"> ({words.selected})</span>}
										{item.disabledReason && <span className={styles.reason}> {item.disabledReason}</span>}
									</Text>
								</span>
								{item.selected && <Icon name="check" size={16} />}
							</MenuItem>
						))}
					</AriaMenu>
				</Popover>
			</MenuTrigger>
		</I18nProvider>
	);
}
