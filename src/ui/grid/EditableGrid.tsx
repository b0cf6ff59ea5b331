// biome-ignore-all lint/a11y/noRedundantRoles: on a phone its rows are cards, and a table that is no longer laid out as one loses its roles unless they are said
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: on a phone its rows are cards, and a table that is no longer laid out as one loses its roles unless they are said
import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { classNames } from "../class-names.ts";
import styles from "./EditableGrid.module.css";
import { type EditableColumn, EditableRow, type EditableRowData } from "./EditableRow.tsx";
import { type CellEdit, type GridEdits, nextPlace, type Place, parseBlock, placeBlock } from "./editable-cells.ts";

export type EditableGridProps = {
	/** Names the grid for a screen reader. */
	caption: string;
	/** Above the heads of the rows. */
	corner: string;
	columns: readonly EditableColumn[];
	rows: readonly EditableRowData[];
	/** What is typed and not saved, in the parent's hands (use-grid-edits.ts): nothing of it is lost with the grid. */
	edits: GridEdits;
	onEdit: (changes: readonly CellEdit[]) => void;
	onUndo: () => void;
	/** In words, by row then column. */
	faults?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Cells of a pasted block that had no place. */
	onLeftOut?: (count: number) => void;
};

const isAtEdge = (input: HTMLInputElement, key: string) => {
	const { selectionStart: start, selectionEnd: end, value } = input;
	if (start === 0 && end === value.length) return true;
	return start === end && (key === "ArrowLeft" ? start === 0 : end === value.length);
};

/**
 * A table one types in as in a spreadsheet: arrows, Enter, Tab; a block pasted from one; the way back by Ctrl+Z; a sentence in each cell at fault.
 * One tab stop, one box; on a phone each row is a card, whose cells bear the name of their column.
 */
export function EditableGrid({ caption, corner, columns, rows, edits, onEdit, onUndo, faults, onLeftOut }: EditableGridProps) {
	const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
	const [hasFocus, setFocus] = useState(false);
	const now = useRef({ place, rows, columns, onEdit, onUndo, onLeftOut });
	now.current = { place, rows, columns, onEdit, onUndo, onLeftOut };

	const enter = useCallback((row: number, column: number) => {
		setFocus(true);
		setPlace((before) => (before.row === row && before.column === column ? before : { row, column }));
	}, []);
	const type = useCallback((row: string, column: string, value: string) => now.current.onEdit([{ row, column, value }]), []);
	const key = useCallback((event: KeyboardEvent<HTMLInputElement>) => {
		const { place: at, rows: lines, columns: heads } = now.current;
		if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) {
			event.preventDefault();
			return now.current.onUndo();
		}
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && !isAtEdge(event.currentTarget, event.key)) return;
		const next = nextPlace(event.key, event.shiftKey, at, { rows: lines.length, columns: heads.length });
		if (!next) return;
		event.preventDefault();
		setPlace(next);
	}, []);
	const paste = useCallback((text: string) => {
		if (!/[\t\n\r]/.test(text.replace(/\r?\n$/, ""))) return false;
		const { place: from, rows: lines, columns: heads } = now.current;
		const { changes, left } = placeBlock(parseBlock(text), from, lines, heads);
		now.current.onEdit(changes);
		if (left > 0) now.current.onLeftOut?.(left);
		return true;
	}, []);

	const row = Math.min(place.row, Math.max(rows.length - 1, 0));
	return (
		<div className={styles.scroll}>
			<table
				role="grid"
				aria-label={caption}
				aria-rowcount={rows.length + 1}
				aria-colcount={columns.length + 1}
				className={styles.grid}
				onBlur={(event) => {
					if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
				}}
			>
				<thead role="rowgroup">
					<tr role="row" aria-rowindex={1}>
						<th role="columnheader" scope="col" className={styles.corner}>
							{corner}
						</th>
						{columns.map((column) => (
							<th key={column.id} role="columnheader" scope="col" className={classNames(styles.column, column.inputMode === "text" && styles.wordy)}>
								{column.label}
							</th>
						))}
					</tr>
				</thead>
				<tbody role="rowgroup">
					{rows.map((one, index) => (
						<EditableRow
							key={one.id}
							row={one}
							index={index}
							columns={columns}
							typed={edits[one.id]}
							faults={faults?.[one.id]}
							current={index === row ? place.column : null}
							hasFocus={index === row && hasFocus}
							onEnter={enter}
							onType={type}
							onKey={key}
							onPaste={paste}
						/>
					))}
				</tbody>
			</table>
		</div>
	);
}
