import { type DragEvent, useCallback, useRef, useState } from "react";

type Dragging<Row> = {
	/** A type of its own: what comes from elsewhere is not taken. */
	kind: string;
	mayDrag: (row: Row) => boolean;
	columnOf: (row: Row) => string;
	onDrop: (row: Row, column: string) => void;
};

/** The browser's own drag, from column to column: a finger that scrolls still scrolls, a long press lifts the card. */
export function useColumnDrag<Row extends { id: string }>(dragging: Dragging<Row>) {
	const latest = useRef(dragging);
	latest.current = dragging;
	const [dragged, setDragged] = useState<Row | null>(null);
	const [over, setOver] = useState<string | null>(null);
	const start = useCallback((event: DragEvent<HTMLElement>, row: Row) => {
		if (!latest.current.mayDrag(row)) return;
		// Taken by its name, it is the link that the browser would carry: its address goes, the card is what one sees.
		const { left, top } = event.currentTarget.getBoundingClientRect();
		event.dataTransfer.clearData();
		event.dataTransfer.setDragImage(event.currentTarget, event.clientX - left, event.clientY - top);
		event.dataTransfer.setData(latest.current.kind, row.id);
		event.dataTransfer.effectAllowed = "move";
		// Drawn in the next frame: Chromium ends a drag whose source changes while it begins.
		requestAnimationFrame(() => setDragged(row));
	}, []);
	const end = useCallback(() => {
		setDragged(null);
		setOver(null);
	}, []);
	/** What a column listens to, or a cell of it (`place`); a card of its own column is not taken. */
	const targetProps = (column: string, place = column) => ({
		onDragOver: (event: DragEvent<HTMLElement>) => {
			if (!dragged || latest.current.columnOf(dragged) === column) return;
			event.preventDefault();
			event.dataTransfer.dropEffect = "move";
			if (over !== place) setOver(place);
		},
		onDragLeave: (event: DragEvent<HTMLElement>) => {
			if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
			setOver((current) => (current === place ? null : current));
		},
		onDrop: (event: DragEvent<HTMLElement>) => {
			if (!dragged) return;
			event.preventDefault();
			end();
			latest.current.onDrop(dragged, column);
		},
	});
	return { dragged, over, start, end, targetProps };
}
