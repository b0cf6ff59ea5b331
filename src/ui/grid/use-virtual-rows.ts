import { defaultRangeExtractor, type Range, useVirtualizer, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

export type VirtualRows = {
	/** What to draw: rows, and the gaps between them in pixels. */
	items: ({ kind: "row"; index: number } | { kind: "gap"; key: string; height: number })[];
	first: number;
	last: number;
	scrollTo: (index: number) => void;
	pageSize: number;
};

/** A tall screen shows fifty; a mistake in a height must never draw two hundred thousand. */
const mostRows = 100;

type Options = {
	count: number;
	/** The page scrolls, or the box does. */
	byPage: boolean;
	box: RefObject<HTMLElement | null>;
	body: RefObject<HTMLElement | null>;
	/** Drawn even out of sight: taking the focused row out of the page would lose the focus. */
	keep: number | null;
};

/**
 * Rows are all equally tall; how tall is read from the first one drawn, because density, text zoom and the phone layout change it.
 */
export function useVirtualRows({ count, byPage, box, body, keep }: Options): VirtualRows {
	const [height, setHeight] = useState(40);
	const [top, setTop] = useState(0);

	const hasRows = count > 0;
	useLayoutEffect(() => {
		const element = body.current;
		if (!element || !hasRows) return;
		const measure = () => {
			const measured = element.querySelector<HTMLElement>("[data-index]")?.getBoundingClientRect().height ?? 0;
			if (measured > 8) setHeight((known) => (Math.abs(measured - known) > 0.4 ? measured : known));
			const offset = byPage ? element.getBoundingClientRect().top + window.scrollY : 0;
			setTop((known) => (Math.abs(offset - known) > 1 ? offset : known));
		};
		measure();
		// Not at each render: reading the layout while scrolling would cost a frame.
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		observer.observe(document.body);
		return () => observer.disconnect();
	}, [body, byPage, hasRows]);

	const shared = {
		count,
		estimateSize: () => height,
		overscan: 6,
		rangeExtractor: (range: Range) => {
			const indexes = defaultRangeExtractor(range).slice(0, mostRows);
			if (keep === null || keep >= count || indexes.includes(keep)) return indexes;
			return [...indexes, keep].sort((a, b) => a - b);
		},
		scrollPaddingStart: height + 8,
		scrollPaddingEnd: 8,
	};
	const page = useWindowVirtualizer({ ...shared, enabled: byPage, scrollMargin: top });
	const inner = useVirtualizer({ ...shared, enabled: !byPage, getScrollElement: () => box.current });
	const virtual = byPage ? page : inner;

	// biome-ignore lint/correctness/useExhaustiveDependencies: a new height makes every cached position stale
	useEffect(() => virtual.measure(), [height, virtual]);

	const rows = virtual.getVirtualItems();
	const items: VirtualRows["items"] = [];
	let cursor = 0;
	for (const row of rows) {
		if (row.index > cursor) items.push({ kind: "gap", key: `gap-${cursor}`, height: (row.index - cursor) * height });
		items.push({ kind: "row", index: row.index });
		cursor = row.index + 1;
	}
	if (cursor < count) items.push({ kind: "gap", key: "gap-end", height: (count - cursor) * height });
	return {
		items,
		first: virtual.range?.startIndex ?? 0,
		last: virtual.range?.endIndex ?? 0,
		scrollTo: (index) => virtual.scrollToIndex(index, { align: "auto" }),
		pageSize: Math.max(1, Math.floor(((byPage ? window.innerHeight : (box.current?.clientHeight ?? 400)) - 2 * height) / height)),
	};
}
