import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import styles from "./Button.module.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import { Spinner } from "./Spinner.tsx";
import { useReason } from "./use-reason.ts";

export type ButtonLook = {
	variant?: "primary" | "secondary" | "quiet" | "danger";
	size?: "medium" | "small";
	icon?: IconName;
	/** The icon alone is drawn; `children` stay the accessible name. */
	iconOnly?: boolean;
	/** Fills its container, as at the foot of a phone form. */
	wide?: boolean;
};

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> &
	ButtonLook & {
		children: ReactNode;
		/** Why it cannot be used now: the button stays focusable and says so. There is no silent `disabled`. */
		disabledReason?: string | null;
		busy?: boolean;
		ref?: Ref<HTMLButtonElement>;
	};

/** The classes of a button, shared with links that look like one. */
export const buttonClass = ({ variant = "secondary", size = "medium", iconOnly, wide }: ButtonLook, className?: string) =>
	classNames(styles.button, styles[variant], size === "small" && styles.small, iconOnly && styles.iconOnly, wide && styles.wide, className);

export function Button({ variant, size, icon, iconOnly, wide, disabledReason, busy, children, className, onClick, ...rest }: ButtonProps) {
	const reasonId = useId();
	const { tip, show, hide } = useReason();
	const blocked = Boolean(disabledReason) || busy;
	const button = (
		<button
			type="button"
			{...rest}
			className={buttonClass({ variant, size, iconOnly, wide }, className)}
			aria-disabled={blocked || rest["aria-disabled"] || undefined}
			aria-busy={busy || undefined}
			aria-describedby={classNames(rest["aria-describedby"], disabledReason && reasonId) || undefined}
			onClick={(event) => {
				if (!blocked) return onClick?.(event);
				event.preventDefault();
				if (disabledReason) show(event);
			}}
			{...(disabledReason
				? { onMouseEnter: show, onFocus: show, onMouseLeave: hide, onBlur: hide, onKeyDown: (event) => event.key === "Escape" && hide() }
				: {})}
		>
			{busy ? <Spinner /> : icon && <Icon name={icon} size={size === "small" ? 16 : 18} />}
			<span className={iconOnly ? "visually-hidden" : styles.label}>{children}</span>
		</button>
	);
	if (!disabledReason) return button;
	return (
		<>
			{button}
			<span ref={tip} id={reasonId} role="tooltip" popover="manual" className={styles.reason}>
				{disabledReason}
			</span>
		</>
	);
}
