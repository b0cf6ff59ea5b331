/** `classNames(styles.root, isOn && styles.on)` → the class attribute; also joins lists of ids. */
export const classNames = (...parts: unknown[]): string => parts.filter((part) => typeof part === "string" && part !== "").join(" ");
