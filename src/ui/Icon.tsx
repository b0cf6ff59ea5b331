import styles from "./Icon.module.css";
import { type IconName, iconPaths } from "./icon-paths.ts";

export type IconProps = {
	name: IconName;
	/** Pixels at 100 % zoom; grows with the text. */
	size?: number;
	/** Only when the icon stands alone: beside a word it stays silent. */
	label?: string;
	className?: string;
};

const dotted: Partial<Record<IconName, true>> = { more: true, drag: true };

/** One glyph of the product's own set. */
export function Icon({ name, size = 18, label, className }: IconProps) {
	const side = `${size / 16}rem`;
	return (
		<svg
			viewBox="0 0 24 24"
			width={side}
			height={side}
			className={`${styles.icon} ${dotted[name] ? styles.dotted : ""} ${className ?? ""}`}
			focusable="false"
			role={label ? "img" : undefined}
			aria-label={label}
			aria-hidden={label ? undefined : true}
		>
			<path d={iconPaths[name]} />
		</svg>
	);
}
