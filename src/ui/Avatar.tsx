import styles from "./Avatar.module.css";
import { classNames } from "./class-names.ts";

export type AvatarProps = { name: string; size?: "medium" | "small"; onBand?: boolean /** Beside the written name it stays silent. */; decorative?: boolean };

/** « Marie-Ève Lavoie » → ML: first letter of the first and of the last word. */
export function initialsOf(name: string): string {
	const words = name.trim().split(/\s+/).filter(Boolean);
	const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
	return ends.map((word) => word?.[0]?.toLocaleUpperCase("fr-CA") ?? "").join("");
}

export function Avatar({ name, size = "small", onBand, decorative }: AvatarProps) {
	return (
		<span className={classNames(styles.avatar, styles[size], onBand && styles.onBand)} title={name}>
			<span aria-hidden="true">{initialsOf(name)}</span>
			{!decorative && <span className="visually-hidden">{name}</span>}
		</span>
	);
}
