import { useId } from "react";
import styles from "./ProgressBar.module.css";

export type ProgressBarProps = {
	label: string;
	done: number;
	/** Null while nobody knows how much there is. */
	of: number | null;
	/** In words, beside the bar: « 1 200 lignes sur 5 000 ». */
	detail?: string;
};

/** How far a long work is; read aloud by quarters only, or it would never be silent. */
export function ProgressBar({ label, done, of, detail }: ProgressBarProps) {
	const labelId = useId();
	const ratio = of ? Math.min(1, done / of) : 0;
	const percent = Math.round(ratio * 100);
	return (
		<div className={styles.progress}>
			<div className={styles.words}>
				<span id={labelId}>{label}</span>
				{detail && <span className={styles.detail}>{detail}</span>}
			</div>
			<div
				role="progressbar"
				aria-labelledby={labelId}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={of === null ? undefined : percent}
				aria-valuetext={detail}
				className={of === null ? styles.unknown : styles.track}
			>
				<div className={styles.bar} style={of === null ? undefined : { inlineSize: `${percent}%` }} />
			</div>
			<p role="status" className="visually-hidden">
				{of !== null && `${label} ${Math.floor(percent / 25) * 25}\u00A0%`}
			</p>
		</div>
	);
}
