import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
import { useWords } from "#lib/words.ts";
import { classNames } from "../class-names.ts";
import { text } from "../text.ts";
import styles from "./BarList.module.css";
import { useMarks } from "./use-marks.ts";

export type Bar = {
	id: string;
	label: string;
	value: number;
	/** How the value is written; the number itself when left out. */
	display?: string;
	/** The list behind the bar: its rows are the figure. */
	href?: string | undefined;
	/** Muted, at the end of the line: the share that passed from the stage before. */
	secondary?: string;
	/** A second such number: days in the stage. */
	tertiary?: string;
	highlight?: boolean;
	/** The whole label, when the drawing has room for its start only: in a tooltip, and in the table. */
	title?: string;
};

export type BarListProps = {
	bars: readonly Bar[];
	/** What the drawing says, in one sentence: read first by a screen reader. */
	summary: string;
	/** Heads of the table's columns, and of the toggle. */
	words?: { label?: string; value?: string; secondary?: string; tertiary?: string; table?: string; chart?: string };
	/** Length of a full bar; the greatest value when left out. */
	max?: number;
	/** Beside the toggle: source, as-of date. */
	note?: ReactNode;
};

/** Horizontal bars with direct labels: funnel, ageing, channels. The same figures are one press away as a table. */
export function BarList({ bars, summary, words: given, max, note }: BarListProps) {
	const own = useWords(text);
	const words = { label: own.label, value: own.value, secondary: own.note, tertiary: own.note, table: own.table, chart: own.chart, ...given };
	const [isTable, setTable] = useState(false);
	const summaryId = useId();
	const full = max ?? Math.max(1, ...bars.map((bar) => bar.value));
	const { container, mark } = useMarks();
	const beside = (["secondary", "tertiary"] as const).filter((name) => bars.some((bar) => bar[name]));
	const ids = bars.flatMap(({ id, href }) => (href ? [id] : []));
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
							{beside.map((name) => (
								<th key={name} scope="col" className={styles.end}>
									{words[name]}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{bars.map((bar) => (
							<tr key={bar.id}>
								<th scope="row">{bar.title ?? bar.label}</th>
								<td className={styles.end}>{bar.href ? <Link to={bar.href}>{shown(bar)}</Link> : shown(bar)}</td>
								{beside.map((name) => (
									<td key={name} className={styles.end}>
										{bar[name]}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			) : (
				<ul className={styles.list} {...container}>
					{bars.map((bar, y) => (
						<li key={bar.id}>
							<BarLine bar={bar} ratio={bar.value / full} shown={shown(bar)} beside={beside} mark={mark(bar.id, 0, y, ids)} />
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

type BarLineProps = {
	bar: Bar;
	ratio: number;
	shown: string;
	beside: readonly ("secondary" | "tertiary")[];
	mark: ReturnType<ReturnType<typeof useMarks>["mark"]>;
};

function BarLine({ bar, ratio, shown, beside, mark }: BarLineProps) {
	const className = classNames(styles.line, beside.length === 1 && styles.withSecondary, beside.length === 2 && styles.withTertiary);
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
			{beside.map((name) => (
				<span key={name} className={styles.secondary}>
					{bar[name]}
				</span>
			))}
		</>
	);
	return bar.href ? (
		<Link to={bar.href} className={className} {...mark}>
			{content}
		</Link>
	) : (
		<div className={className}>{content}</div>
	);
}
