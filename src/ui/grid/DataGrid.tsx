import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef } from "react";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "../Checkbox.tsx";
import { classNames } from "../class-names.ts";
import { text } from "../text.ts";
import { useIsPhone } from "../use-media.ts";
import { usePrinting } from "../use-printing.ts";
import type { Column, GridSelection, Sort } from "./column.ts";
import styles from "./DataGrid.module.css";
import { GridRow } from "./GridRow.tsx";
import { HeaderCell } from "./HeaderCell.tsx";
import { useFillHeight } from "./use-fill-height.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useVirtualRows, type VirtualRows } from "./use-virtual-rows.ts";

export type DataGridProps<Row> = {
	columns: readonly Column<Row>[];
	/** Rows of the whole answer, loaded or not. */
	total: number;
	/** undefined: not loaded yet, drawn as a skeleton. */
	rowAt: (index: number) => Row | undefined;
	/** The first and last rows in sight: load what is missing there. */
	onRangeChange?: (first: number, last: number) => void;
	rowKey: (row: Row) => string;
	/** The first column becomes a link to it; Enter follows it. */
	/** Left out for a row that leads nowhere. */
	rowHref?: (row: Row) => string | undefined;
	/** Enter, when there is no address to follow. */
	onOpen?: (row: Row) => void;
	/** Space: a look without leaving the list. */
	onPeek?: (row: Row) => void;
	selection?: GridSelection<Row>;
	/** The row whose panel is open. */
	currentKey?: string;
	sort?: readonly Sort[];
	onSort?: (sort: Sort[]) => void;
	/** Names the table for a screen reader. */
	caption: string;
	footer?: ReactNode;
	/** Instead of rows when there are none and nothing is awaited. */
	emptyState?: ReactNode;
	busy?: boolean;
	/** box: fills what is left of the window and scrolls inside; page: as long as its rows. A phone always scrolls the page. */
	scroll?: "box" | "page";
	/** Room kept under a `box`, footer not counted. */
	below?: number;
	className?: string;
};

/** The longest list that is worth its paper. */
const mostPrinted = 1000;

/** The rows that are here, from the first on: what is not loaded is not printed, and the foot of the table says so. */
function rowsToPrint<Row>(total: number, rowAt: DataGridProps<Row>["rowAt"]): VirtualRows["items"] {
	const items: VirtualRows["items"] = [];
	for (let index = 0; index < Math.min(total, mostPrinted) && rowAt(index) !== undefined; index += 1) items.push({ kind: "row", index });
	return items;
}

/** THE table: native semantics, two hundred thousand rows, one tab stop, cards on a phone. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
	const { columns, total, rowAt, onRangeChange, rowKey, rowHref, onOpen, onPeek, selection, currentKey } = props;
	const { sort = [], onSort, caption, footer, emptyState, busy = false, scroll = "box", below = 24, className } = props;
	const words = useWords(text);
	const isPhone = useIsPhone();
	const byPage = scroll === "page" || isPhone;
	const box = useRef<HTMLDivElement>(null);
	const body = useRef<HTMLTableSectionElement>(null);
	const maxHeight = useFillHeight(box, !byPage, below + (footer ? 42 : 0));

	const handles = useRef<{ scrollTo: (index: number) => void; pageSize: number }>({ scrollTo: () => {}, pageSize: 10 });
	const focus = useRowFocus({
		count: total,
		body,
		pageSize: () => handles.current.pageSize,
		scrollTo: (index) => handles.current.scrollTo(index),
		onEnter: (index, element) => {
			const row = rowAt(index);
			if (!row) return;
			if (rowHref) element.querySelector("a")?.click();
			else onOpen?.(row);
		},
		onSpace: (index) => {
			const row = rowAt(index);
			if (row && onPeek) onPeek(row);
			else if (row && selection && (selection.isAllowed?.(row) ?? true)) selection.onToggle(row, !selection.isSelected(row));
		},
	});
	// One function for the life of the table, or each row would be drawn again at each scroll.
	const select = useRef(selection);
	select.current = selection;
	const onSelect = useCallback((row: Row, isOn: boolean) => select.current?.onToggle(row, isOn), []);
	const rows = useVirtualRows({ count: total, byPage, box, body, keep: focus.keep });
	handles.current = rows;
	const isPrinting = usePrinting();
	const printed = isPrinting ? rowsToPrint(total, rowAt) : null;

	useEffect(() => {
		if (total > 0) onRangeChange?.(rows.first, rows.last);
	}, [onRangeChange, rows.first, rows.last, total]);

	const tracks = [...(selection ? ["40px"] : []), ...columns.map((column) => column.width ?? "minmax(96px, 1fr)")].join(" ");
	const isEmpty = total === 0 && !busy && emptyState !== undefined;

	return (
		<div className={classNames(styles.frame, className)}>
			<div
				ref={box}
				className={classNames(styles.box, byPage && styles.byPage, busy && styles.busy)}
				style={{ "--fill": maxHeight && `${maxHeight}px` } as CSSProperties}
			>
				{isEmpty ? (
					emptyState
				) : (
					<table
						className={classNames(styles.table, selection && styles.selectable)}
						style={{ "--tracks": tracks } as CSSProperties}
						aria-rowcount={total + 1}
						aria-busy={busy || undefined}
					>
						<caption className="visually-hidden">{caption}</caption>
						<thead className={styles.thead}>
							<tr aria-rowindex={1} className={styles.headRow}>
								{selection && (
									<th scope="col" className={classNames(styles.head, styles.check)}>
										{selection.onToggleAll ? (
											<Checkbox
												label={words.selectAll}
												hideLabel
												checked={selection.all === "all"}
												mixed={selection.all === "some"}
												onChange={(event) => selection.onToggleAll?.(event.target.checked)}
											/>
										) : (
											<span className="visually-hidden">{selection.header}</span>
										)}
									</th>
								)}
								{columns.map((column) => (
									<HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
								))}
							</tr>
						</thead>
						<tbody ref={body} className={styles.tbody} {...focus.bodyProps}>
							{(printed ?? rows.items).map((item) => {
								// biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty spacer, nothing in it takes the focus
								if (item.kind === "gap") return <tr key={item.key} aria-hidden="true" className={styles.gap} style={{ height: item.height }} />;
								const row = rowAt(item.index);
								return (
									<GridRow
										key={row === undefined ? `empty-${item.index}` : rowKey(row)}
										index={item.index}
										row={row}
										columns={columns}
										href={row !== undefined ? rowHref?.(row) : undefined}
										isActive={item.index === focus.active}
										isCurrent={row !== undefined && currentKey !== undefined && rowKey(row) === currentKey}
										isSelected={row !== undefined && Boolean(selection?.isSelected(row))}
										selectLabel={row !== undefined ? selection?.rowLabel?.(row) : undefined}
										isLocked={row !== undefined && selection?.isAllowed ? !selection.isAllowed(row) : undefined}
										onSelect={selection ? onSelect : undefined}
									/>
								);
							})}
						</tbody>
					</table>
				)}
			</div>
			{printed && printed.length < total && <p className="print-only">{words.printedOnly(printed.length, total)}</p>}
			{footer && <div className={styles.footer}>{footer}</div>}
		</div>
	);
}
