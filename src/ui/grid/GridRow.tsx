import { Link } from "react-router";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "../Checkbox.tsx";
import { classNames } from "../class-names.ts";
import { SkeletonBar } from "../Skeleton.tsx";
import { text } from "../text.ts";
import type { Column, GridSelection } from "./column.ts";
import styles from "./DataGrid.module.css";

type GridRowProps<Row> = {
	index: number;
	row: Row | undefined;
	columns: readonly Column<Row>[];
	href?: string;
	isActive: boolean;
	isCurrent: boolean;
	selection?: GridSelection<Row>;
};

const widths = ["68%", "52%", "80%", "60%"];

/** One row, or the grey shape of one that is on its way. */
export function GridRow<Row>({ index, row, columns, href, isActive, isCurrent, selection }: GridRowProps<Row>) {
	const words = useWords(text);
	const isSelected = row !== undefined && Boolean(selection?.isSelected(row));
	return (
		<tr
			data-index={index}
			aria-rowindex={index + 2}
			aria-current={isCurrent || undefined}
			tabIndex={isActive ? 0 : -1}
			className={classNames(styles.row, (isSelected || isCurrent) && styles.selected)}
		>
			{selection && (
				<td className={classNames(styles.cell, styles.check)}>
					{row !== undefined && (
						<Checkbox
							label={words.selectRow}
							hideLabel
							checked={isSelected}
							tabIndex={isActive ? 0 : -1}
							onChange={(event) => selection.onToggle(row, event.target.checked)}
						/>
					)}
				</td>
			)}
			{columns.map((column, position) => {
				const content = row === undefined ? undefined : column.cell(row, index);
				return (
					<td
						key={column.id}
						// What is cut short can still be read.
						title={typeof content === "string" && !column.wrap ? content : undefined}
						className={classNames(
							styles.cell,
							position === 0 && styles.first,
							column.align === "end" && styles.end,
							column.hideOnPhone && styles.noPhone,
							column.wrap && styles.wrap,
						)}
					>
						{row === undefined ? (
							<SkeletonBar width={widths[(index + position) % widths.length]} />
						) : position === 0 && href ? (
							<Link to={href} className={styles.link} tabIndex={isActive ? 0 : -1}>
								{content}
							</Link>
						) : (
							content
						)}
					</td>
				);
			})}
		</tr>
	);
}
