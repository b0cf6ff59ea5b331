// biome-ignore-all lint/a11y/noRedundantRoles: on a phone its rows are cards, and a table that is no longer laid out as one loses its roles unless they are said
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: on a phone its rows are cards, and a table that is no longer laid out as one loses its roles unless they are said
// biome-ignore-all lint/a11y/useFocusableInteractive: on a phone its rows are cards, and a table that is no longer laid out as one loses its roles unless they are said
import { type KeyboardEvent, memo, type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../Icon.tsx";
import styles from "./EditableGrid.module.css";

export type EditableColumn = {
	id: string;
	label: string;
	/** What a phone offers to type with; digits unless said. */
	inputMode?: "text" | "numeric";
};
export type EditableRowData = {
	id: string;
	/** Read with each of its cells. */
	label: string;
	/** Its head, when it is more than the label: a link, a tag. */
	head?: ReactNode;
	values: Readonly<Record<string, string>>;
	/** Nobody writes in it: its cells are read. */
	isReadOnly?: boolean;
};

type EditableRowProps = {
	row: EditableRowData;
	index: number;
	columns: readonly EditableColumn[];
	typed: Readonly<Record<string, string>> | undefined;
	faults: Readonly<Record<string, string>> | undefined;
	/** The column of the cell that has the box; null when it is in another row. */
	current: number | null;
	hasFocus: boolean;
	onEnter: (row: number, column: number) => void;
	onType: (row: string, column: string, value: string) => void;
	onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
	onPaste: (text: string) => boolean;
};

/** One line of the grid. Cells are text; the one in hand is a box: thirteen hundred boxes would be slow to draw and endless to Tab through. */
export const EditableRow = memo(function EditableRow({ row, index, columns, typed, faults, current, hasFocus, ...on }: EditableRowProps) {
	const faultId = useId();
	const box = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (current === null || !hasFocus) return;
		box.current?.focus();
		box.current?.select();
	}, [current, hasFocus]);
	return (
		<tr role="row" aria-rowindex={index + 2} className={styles.row}>
			<th role="rowheader" scope="row" className={styles.head}>
				{row.head ?? row.label}
			</th>
			{columns.map((column, at) => {
				const value = typed?.[column.id] ?? row.values[column.id] ?? "";
				const fault = faults?.[column.id];
				const isTyped = typed?.[column.id] !== undefined && typed[column.id] !== (row.values[column.id] ?? "");
				const name = `${row.label}, ${column.label}`;
				return (
					<td
						key={column.id}
						role="gridcell"
						aria-colindex={at + 2}
						data-label={column.label}
						className={classNames(styles.cell, column.inputMode === "text" && styles.wordy, isTyped && styles.typed, fault && styles.fault)}
						onPointerDown={(event) => {
							if (at === current && hasFocus) return;
							event.preventDefault();
							on.onEnter(index, at);
						}}
					>
						{at === current ? (
							<input
								ref={box}
								className={styles.box}
								aria-label={name}
								aria-invalid={fault ? true : undefined}
								aria-describedby={fault ? faultId : undefined}
								inputMode={column.inputMode ?? "numeric"}
								autoComplete="off"
								readOnly={row.isReadOnly}
								value={value}
								onFocus={() => on.onEnter(index, at)}
								onChange={(event) => on.onType(row.id, column.id, event.target.value)}
								onKeyDown={on.onKey}
								onPaste={(event) => {
									if (on.onPaste(event.clipboardData.getData("text/plain"))) event.preventDefault();
								}}
							/>
						) : (
							<span className={styles.value}>
								{value || <span aria-hidden="true">–</span>}
								{fault && <span className="visually-hidden">{fault}</span>}
							</span>
						)}
						{fault && <Icon name="warning" size={14} className={styles.mark} />}
						{fault && at === current && (
							<span id={faultId} className={styles.words}>
								{fault}
							</span>
						)}
					</td>
				);
			})}
		</tr>
	);
});
