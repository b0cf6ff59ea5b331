import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { isShortcut } from "#lib/shortcuts.ts";

type Options = {
	count: number;
	body: RefObject<HTMLElement | null>;
	pageSize: () => number;
	scrollTo: (index: number) => void;
	onEnter: (index: number, element: HTMLElement) => void;
	onSpace?: (index: number) => void;
};

const takesKeys = (target: EventTarget) =>
	target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable], [role=combobox], [role=menu]") !== null;

/** One tab stop for the whole table: arrows, Page, Home, End (and J, K) move between rows. */
export function useRowFocus({ count, body, pageSize, scrollTo, onEnter, onSpace }: Options) {
	const [active, setActive] = useState(0);
	const [hasFocus, setHasFocus] = useState(false);
	const wanted = useRef<number | null>(null);
	const clamped = Math.min(active, Math.max(0, count - 1));

	// The row may be drawn one or two renders after it was asked for.
	useLayoutEffect(() => {
		// A row that comes takes the place of its empty one, and the focus would go away with that.
		if (wanted.current === null && hasFocus && document.activeElement === document.body) wanted.current = clamped;
		if (wanted.current === null) return;
		const row = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
		if (!row) return;
		wanted.current = null;
		row.focus({ preventScroll: true });
	});

	const moveTo = (index: number) => {
		const next = Math.max(0, Math.min(count - 1, index));
		wanted.current = next;
		setActive(next);
		scrollTo(next);
	};

	const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
		if (takesKeys(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
		const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-index]") : null;
		if (!row) return;
		const steps = {
			nextRow: clamped + 1,
			previousRow: clamped - 1,
			nextRows: clamped + pageSize(),
			previousRows: clamped - pageSize(),
			firstRow: 0,
			lastRow: count - 1,
		};
		const step = (Object.keys(steps) as (keyof typeof steps)[]).find((id) => isShortcut(event, id));
		if (step) {
			event.preventDefault();
			moveTo(steps[step]);
		} else if (isShortcut(event, "openRow") && event.target === row) {
			event.preventDefault();
			onEnter(clamped, row);
		} else if (event.key === " " && event.target === row && onSpace) {
			event.preventDefault();
			onSpace(clamped);
		}
	};

	return {
		active: clamped,
		/** The row to keep drawn. */
		keep: hasFocus ? clamped : null,
		bodyProps: {
			onKeyDown,
			onFocus: (event: { target: EventTarget }) => {
				setHasFocus(true);
				const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-index]") : null;
				if (row) setActive(Number(row.dataset.index));
			},
			onBlur: () => setHasFocus(false),
		},
	};
}
