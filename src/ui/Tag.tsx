import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import styles from "./Tag.module.css";

export type Tone = "neutral" | "info" | "green" | "amber" | "red" | "violet";
export type TagProps = { tone?: Tone; icon?: IconName; children: ReactNode; className?: string; title?: string };

/** A small tinted label: the word carries the meaning, the tint only groups. */
export function Tag({ tone = "info", icon, children, className, title }: TagProps) {
	return (
		<span className={classNames(styles.tag, styles[tone], className)} title={title}>
			{icon && <Icon name={icon} size={14} />}
			{children}
		</span>
	);
}
