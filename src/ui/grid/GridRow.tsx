import { memo } from "react";
import { Link } from "react-router";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "../Checkbox.tsx";
import { classNames } from "../class-names.ts";
import { SkeletonBar } from "../Skeleton.tsx";
import { text } from "../text.ts";
import type { Column } from "./column.ts";
import styles from "./DataGrid.module.css";

type GridRowProps<Row> = {
	index: number;
	row: Row | undefined;
	columns: readonly Column<Row>[];
	href?: string | undefined;
	isActive: boolean;
	isCurrent: boolean;
	isSelected: boolean;
	selectLabel?: string;
	/** May not be chosen. */
	isLocked?: boolean;
	/** Given when rows can be chosen. */
	onSelect?: (row: Row, isOn: boolean) => void;
};

const widths = ["68%", "52%", "80%", "60%"];

/** One row, or the grey shape of one that is on its way. Drawn again only when something of its own changed: keep `columns` stable. */
export const GridRow = memo(PlainRow) as typeof PlainRow;

function PlainRow<Row>({ index, row, columns, href, isActive, isCurrent, isSelected, selectLabel, isLocked, onSelect }: GridRowProps<Row>) {
	const words = useWords(text);
	return (
		<tr
			data-index={index}
			aria-rowindex={index + 2}
			aria-current={isCurrent || undefined}
			tabIndex={isActive ? 0 : -1}
			className={classNames(styles.row, row === undefined && styles.waiting, (isSelected || isCurrent) && styles.selected)}
		>
			{onSelect && (
				<td className={classNames(styles.cell, styles.check)}>
					{row !== undefined && (
						<Checkbox
							label={selectLabel ?? words.selectRow}
							hideLabel
							checked={isSelected}
							disabled={isLocked}
							tabIndex={isActive ? 0 : -1}
							onChange={(event) => onSelect(row, event.target.checked)}
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
							column.isAction && styles.action,
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
