import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
import { useWords } from "#lib/words.ts";
import { classNames } from "../class-names.ts";
import { text } from "../text.ts";
import styles from "./BarList.module.css";

export type Bar = {
	id: string;
	label: string;
	value: number;
	/** How the value is written; the number itself when left out. */
	display?: string;
	/** The list behind the bar: its rows are the figure. */
	href?: string;
	/** Muted, at the end of the line: the share that passed from the stage before. */
	secondary?: string;
	highlight?: boolean;
	/** The whole label, when the drawing has room for its start only: in a tooltip, and in the table. */
	title?: string;
};

export type BarListProps = {
	bars: readonly Bar[];
	/** What the drawing says, in one sentence: read first by a screen reader. */
	summary: string;
	/** Heads of the table's columns, and of the toggle. */
	words?: { label?: string; value?: string; secondary?: string; table?: string; chart?: string };
	/** Length of a full bar; the greatest value when left out. */
	max?: number;
	/** Beside the toggle: source, as-of date. */
	note?: ReactNode;
};

/** Horizontal bars with direct labels: funnel, ageing, channels. The same figures are one press away as a table. */
export function BarList({ bars, summary, words: given, max, note }: BarListProps) {
	const own = useWords(text);
	const words = { label: own.label, value: own.value, secondary: own.note, table: own.table, chart: own.chart, ...given };
	const [isTable, setTable] = useState(false);
	const summaryId = useId();
	const full = max ?? Math.max(1, ...bars.map((bar) => bar.value));
	const hasSecondary = bars.some((bar) => bar.secondary);
	const shown = (bar: Bar) => bar.display ?? String(bar.value);
	return (
		<figure className={styles.figure} aria-labelledby={summaryId}>
			<figcaption id={summaryId} className="visually-hidden">
				{summary}
			</figcaption>
			{isTable ? (
				<table className={styles.table}>
					<thead>
						<tr>
							<th scope="col">{words.label}</th>
							<th scope="col" className={styles.end}>
								{words.value}
							</th>
							{hasSecondary && (
								<th scope="col" className={styles.end}>
									{words.secondary}
								</th>
							)}
						</tr>
					</thead>
					<tbody>
						{bars.map((bar) => (
							<tr key={bar.id}>
								<th scope="row">{bar.title ?? bar.label}</th>
								<td className={styles.end}>{bar.href ? <Link to={bar.href}>{shown(bar)}</Link> : shown(bar)}</td>
								{hasSecondary && <td className={styles.end}>{bar.secondary}</td>}
							</tr>
						))}
					</tbody>
				</table>
			) : (
				<ul className={styles.list}>
					{bars.map((bar) => (
						<li key={bar.id}>
							<BarLine bar={bar} ratio={bar.value / full} shown={shown(bar)} hasSecondary={hasSecondary} />
						</li>
					))}
				</ul>
			)}
			<div className={styles.foot}>
				<span>{note}</span>
				<button type="button" className={styles.toggle} onClick={() => setTable(!isTable)}>
					{isTable ? words.chart : words.table}
				</button>
			</div>
		</figure>
	);
}

function BarLine({ bar, ratio, shown, hasSecondary }: { bar: Bar; ratio: number; shown: string; hasSecondary: boolean }) {
	const className = classNames(styles.line, hasSecondary && styles.withSecondary);
	const content = (
		<>
			<span className={classNames(styles.label, bar.title && styles.cut)} title={bar.title}>
				{bar.label}
			</span>
			<span className={styles.track}>
				{/* An SVG fill, not a background: browsers leave backgrounds out of print. */}
				<svg className={styles.bar} style={{ flexBasis: `calc(${ratio} * (100% - 2.5rem))` }} height="17" aria-hidden="true">
					<rect width="100%" height="17" className={bar.highlight ? styles.strong : styles.fill} />
				</svg>
				<span className={styles.value}>{shown}</span>
			</span>
			{hasSecondary && <span className={styles.secondary}>{bar.secondary}</span>}
		</>
	);
	return bar.href ? (
		<Link to={bar.href} className={className}>
			{content}
		</Link>
	) : (
		<div className={className}>{content}</div>
	);
}
