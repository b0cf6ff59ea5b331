import { useCallback, useRef, useState } from "react";
import { applyEdits, type CellEdit, type GridEdits } from "./editable-cells.ts";

const mostSteps = 200;

/** What is typed in a grid and not saved yet, with the way back: letters of one cell are one step, and so is a pasted block. */
export function useGridEdits(initial: GridEdits = {}) {
	const [edits, setEdits] = useState<GridEdits>(initial);
	const latest = useRef(edits);
	const past = useRef<GridEdits[]>([]);
	const lastCell = useRef<string | null>(null);
	const put = useCallback((next: GridEdits) => {
		latest.current = next;
		setEdits(next);
	}, []);
	const change = useCallback(
		(changes: readonly CellEdit[]) => {
			if (changes.length === 0) return;
			const cell = changes.length === 1 ? `${changes[0]?.row} ${changes[0]?.column}` : null;
			if (cell === null || cell !== lastCell.current) past.current = [...past.current.slice(-mostSteps), latest.current];
			lastCell.current = cell;
			put(applyEdits(latest.current, changes));
		},
		[put],
	);
	const undo = useCallback(() => {
		const before = past.current.pop();
		lastCell.current = null;
		if (before) put(before);
	}, [put]);
	/** What is left once some of it is saved: what was typed before is not taken back any more. */
	const keep = useCallback(
		(left: (edits: GridEdits) => GridEdits) => {
			past.current = [];
			lastCell.current = null;
			put(left(latest.current));
		},
		[put],
	);
	const clear = useCallback(() => keep(() => ({})), [keep]);
	return { edits, change, undo, clear, keep };
}
