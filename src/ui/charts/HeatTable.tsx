import { type CSSProperties, type ReactNode, useId } from "react";
import { Link } from "react-router";
import { classNames } from "../class-names.ts";
import styles from "./HeatTable.module.css";
import { useMarks } from "./use-marks.ts";

export type HeatCell = { value: number; display: string; href?: string | undefined /** What is heard: value, row and column. */; label: string };
export type HeatTableProps = {
	/** What the table says, in one sentence. */
	caption: string;
	corner: string;
	columns: readonly { id: string; label: string; title?: string }[];
	rows: readonly { id: string; label: string; title?: string; cells: readonly HeatCell[] /** Not shaded: it is the sum of the others. */; total?: HeatCell }[];
	/** Head of the column of totals. */
	totalLabel?: string;
	/** A last row of totals, not shaded either. */
	foot?: { label: string; cells: readonly HeatCell[]; total: HeatCell };
	note?: ReactNode;
};

const steps = 5;
const levelOf = (value: number, most: number) => (value === 0 ? 0 : Math.max(1, Math.ceil((value / most) * steps)));

/** Numbers of a row and a column, darker when they are greater: it is a table first, with its heads, and each number opens its rows. */
export function HeatTable({ caption, corner, columns, rows, totalLabel, foot, note }: HeatTableProps) {
	const { container, mark } = useMarks();
	const captionId = useId();
	const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
	const idOf = (row: string, column: number) => `${row} ${column}`;
	const ids = rows.flatMap(({ id, cells }) => cells.flatMap((cell, at) => (cell.value > 0 && cell.href ? [idOf(id, at)] : [])));
	return (
		<div className={styles.frame}>
			<table className={classNames(styles.table, columns.length > 8 && styles.many)} aria-labelledby={captionId} {...container}>
				<caption id={captionId} className="visually-hidden">
					{caption}
				</caption>
				<thead>
					<tr>
						<th scope="col" className={styles.corner}>
							<span className="visually-hidden">{corner}</span>
						</th>
						{totalLabel && (
							<th scope="col" className={styles.total}>
								{totalLabel}
							</th>
						)}
						{columns.map((column) => (
							<th key={column.id} scope="col" title={column.title}>
								<span>{column.label}</span>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, y) => (
						<tr key={row.id}>
							<th scope="row" title={row.title}>
								{row.label}
							</th>
							{row.total && <Total cell={row.total} />}
							{row.cells.map((cell, x) => {
								const level = levelOf(cell.value, most);
								const style = {
									"--cell": `var(--heat-${level})`,
									"--on-cell": `var(--on-heat-${level < 3 ? "low" : level === 3 ? "mid" : "high"})`,
								} as CSSProperties;
								return (
									<td key={columns[x]?.id} style={style}>
										{cell.value > 0 && cell.href ? (
											<Link to={cell.href} aria-label={cell.label} {...mark(idOf(row.id, x), x, y, ids)}>
												{cell.display}
											</Link>
										) : (
											<span>{cell.value > 0 ? cell.display : "–"}</span>
										)}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
				{foot && (
					<tfoot>
						<tr>
							<th scope="row">{foot.label}</th>
							<Total cell={foot.total} />
							{foot.cells.map((cell, x) => (
								<Total key={columns[x]?.id} cell={cell} />
							))}
						</tr>
					</tfoot>
				)}
			</table>
			{note && <p className={styles.note}>{note}</p>}
		</div>
	);
}

const Total = ({ cell }: { cell: HeatCell }) => (
	<td className={styles.total}>
		{cell.value > 0 && cell.href ? (
			<Link to={cell.href} aria-label={cell.label}>
				{cell.display}
			</Link>
		) : (
			<span>{cell.value > 0 ? cell.display : "–"}</span>
		)}
	</td>
);
