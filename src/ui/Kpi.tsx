import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./Kpi.module.css";

export type KpiProps = {
	label: string;
	value: ReactNode;
	/** The list behind the figure: every figure opens its rows. */
	to?: string;
	/** Target and trend, in words; the bar only draws them. */
	detail?: ReactNode;
	/** How it is counted: a button beside the label. */
	rule?: ReactNode;
	/** Beside what it was before: « +24 par rapport à 116 ». */
	trend?: ReactNode;
	/** Ratios from 0 to 1; `mark` is where the target (or the same day last year) stands. */
	bar?: { value: number; mark?: number };
};

const percent = (ratio: number) => `${Math.max(0, Math.min(1, ratio)) * 100}%`;

/** One figure of the dashboard. */
export function Kpi({ label, value, to, detail, rule, trend, bar }: KpiProps) {
	return (
		<div className={styles.kpi}>
			<div className={styles.head}>
				<div className={styles.label}>{label}</div>
				{rule}
			</div>
			<div className={styles.value}>
				{to ? (
					<Link to={to} className={styles.link}>
						{value}
						<span className="visually-hidden"> {label}</span>
					</Link>
				) : (
					value
				)}
			</div>
			{trend && <div className={styles.detail}>{trend}</div>}
			{detail && <div className={styles.detail}>{detail}</div>}
			{bar && (
				<svg className={styles.bar} width="100%" height="12" aria-hidden="true">
					<rect y="3" width="100%" height="6" className={styles.track} />
					<rect y="3" width={percent(bar.value)} height="6" className={styles.done} />
					{bar.mark !== undefined && <rect x={percent(bar.mark)} width="2" height="12" className={styles.mark} />}
				</svg>
			)}
		</div>
	);
}
