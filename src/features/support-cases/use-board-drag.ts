import { type DragEvent, useCallback, useState } from "react";
import type { SupportCaseRow } from "#contract/support-cases.ts";

const kind = "application/x-jalon-case";

/** The browser's own drag: a finger that scrolls still scrolls, a long press lifts the card. */
export function useBoardDrag(onDrop: (row: SupportCaseRow, stage: string) => void) {
	const [dragged, setDragged] = useState<SupportCaseRow | null>(null);
	const [over, setOver] = useState<string | null>(null);
	const start = useCallback((event: DragEvent<HTMLElement>, row: SupportCaseRow) => {
		if (!row.can.move) return;
		// Taken by its name, it is the link that the browser would carry: its address goes, the card is what one sees.
		const { left, top } = event.currentTarget.getBoundingClientRect();
		event.dataTransfer.clearData();
		event.dataTransfer.setDragImage(event.currentTarget, event.clientX - left, event.clientY - top);
		event.dataTransfer.setData(kind, row.id);
		event.dataTransfer.effectAllowed = "move";
		// Drawn in the next frame: Chromium ends a drag whose source changes while it begins.
		requestAnimationFrame(() => setDragged(row));
	}, []);
	const end = useCallback(() => {
		setDragged(null);
		setOver(null);
	}, []);
	/** What a column listens to, or a cell of it (`place`); a card of its own column is not taken. */
	const targetProps = (stage: string, place = stage) => ({
		onDragOver: (event: DragEvent<HTMLElement>) => {
			if (!dragged || dragged.stage === stage) return;
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
			onDrop(dragged, stage);
		},
	});
	return { dragged, over, start, end, targetProps };
}
