import { useWords } from "#lib/words.ts";
import { classNames } from "../class-names.ts";
import { Icon } from "../Icon.tsx";
import { text } from "../text.ts";
import { type Column, nextSort, type Sort, sortField } from "./column.ts";
import styles from "./DataGrid.module.css";

type HeaderCellProps<Row> = { column: Column<Row>; sort: readonly Sort[]; onSort?: (sort: Sort[]) => void };

/** A column's head; a button when the column sorts. */
export function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
	const words = useWords(text);
	const field = sortField(column);
	const position = sort.findIndex((one) => one.field === field);
	const current = sort[position];
	const isSortable = Boolean(column.sortable && onSort);
	const state = current ? (current.direction === "asc" ? "ascending" : "descending") : undefined;
	return (
		<th
			scope="col"
			// Only the first sort is announced by aria-sort: the pattern allows one at a time.
			aria-sort={isSortable && position <= 0 ? (state ?? "none") : undefined}
			className={classNames(styles.head, column.align === "end" && styles.end, column.hideOnPhone && styles.noPhone, !isSortable && styles.unsorted)}
		>
			{isSortable ? (
				<button
					type="button"
					className={styles.sort}
					title={sort.length > 0 ? words.sortHint : undefined}
					onClick={(event) => onSort?.(nextSort(sort, field, event.shiftKey))}
				>
					{column.header}
					{current && <Icon name={current.direction === "asc" ? "arrowUp" : "arrowDown"} size={12} />}
					{current && sort.length > 1 && (
						<>
							<span className={styles.rank} aria-hidden="true">
								{position + 1}
							</span>
							<span className="visually-hidden">
								, {words.rank(position + 1)}, {current.direction === "asc" ? words.sortedUp : words.sortedDown}
							</span>
						</>
					)}
				</button>
			) : (
				<span className={column.isAction ? "visually-hidden" : undefined}>{column.header}</span>
			)}
		</th>
	);
}
