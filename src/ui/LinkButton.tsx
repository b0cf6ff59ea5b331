import type { ReactNode, Ref } from "react";
import { Link, type LinkProps } from "react-router";
import { type ButtonLook, buttonClass } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

export type LinkButtonProps = LinkProps & ButtonLook & { children: ReactNode; ref?: Ref<HTMLAnchorElement> };

/** Goes somewhere and looks like a button; anything that *does* something is a `Button`. */
export function LinkButton({ variant, size, icon, iconOnly, wide, className, children, ...rest }: LinkButtonProps) {
	return (
		<Link {...rest} className={buttonClass({ variant, size, iconOnly, wide }, className)}>
			{icon && <Icon name={icon} size={size === "small" ? 16 : 18} />}
			<span className={iconOnly ? "visually-hidden" : undefined}>{children}</span>
		</Link>
	);
}
