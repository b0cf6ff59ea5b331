import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { useWords } from "#lib/words.ts";
import styles from "./Chip.module.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import { text } from "./text.ts";

export type ChipProps = {
	/** `Visite : <b>plus de 90 jours</b>`. */
	children: ReactNode;
	/** What the cross removes, said aloud: « Retirer le filtre Visite ». */
	name: string;
	onRemove?: () => void;
	onEdit?: () => void;
};

/** A filter in force: its words open it, its cross takes it away. */
export function Chip({ children, name, onRemove, onEdit }: ChipProps) {
	const words = useWords(text);
	return (
		<span className={classNames(styles.chip, onRemove && styles.removable)}>
			{onEdit ? (
				<button type="button" className={styles.words} onClick={onEdit}>
					{children}
				</button>
			) : (
				<span className={styles.words}>{children}</span>
			)}
			{onRemove && (
				<button type="button" className={styles.cross} onClick={onRemove} aria-label={words.remove(name)}>
					<Icon name="close" size={14} />
				</button>
			)}
		</span>
	);
}

export type ChipButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
	/** Given: a toggle (`aria-pressed`); left out: a plain action such as « + Filtre ». */
	pressed?: boolean;
	icon?: IconName;
	/** Dashed border: something to add. */
	dashed?: boolean;
	ref?: Ref<HTMLButtonElement>;
};

/** A chip one presses: a quick choice among a few, or an addition. */
export function ChipButton({ pressed, icon, dashed, className, children, ...rest }: ChipButtonProps) {
	return (
		<button
			type="button"
			{...rest}
			aria-pressed={pressed}
			className={classNames(styles.chip, styles.button, pressed && styles.pressed, dashed && styles.dashed, className)}
		>
			{icon && <Icon name={icon} size={14} />}
			<span className={styles.cut}>{children}</span>
		</button>
	);
}
