import styles from "./Spinner.module.css";

/** A small turning mark; decorative, the waiting is announced by whoever shows it. */
export function Spinner() {
	return <span className={styles.spinner} aria-hidden="true" />;
}
