import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";

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
/** A short table is whole, in sight or not: it prints, and the browser finds its words. */
const wholeRows = 30;
/** Rows drawn beyond each edge, so that a quick wheel meets no blank. */
const beyond = 8;

type Options = {
	count: number;
	/** The page scrolls, or the box does. */
	byPage: boolean;
	box: RefObject<HTMLElement | null>;
	body: RefObject<HTMLElement | null>;
	/** Drawn even out of sight: taking the focused row out of the page would lose the focus. */
	keep: number | null;
};

/** Indexes to draw, in order, for the rows in sight. */
export function rowsToDraw({ count, first, last, keep }: { count: number; first: number; last: number; keep: number | null }): number[] {
	if (count <= wholeRows) return Array.from({ length: count }, (_, index) => index);
	const start = Math.max(0, Math.min(first - beyond, count - 1));
	const end = Math.min(count - 1, last + beyond, start + mostRows - 1);
	const indexes = Array.from({ length: end - start + 1 }, (_, index) => start + index);
	if (keep === null || keep >= count || indexes.includes(keep)) return indexes;
	return keep < start ? [keep, ...indexes] : [...indexes, keep];
}

/** Rows and the gaps that hold the place of those not drawn. */
export function withGaps(indexes: readonly number[], count: number, height: number): VirtualRows["items"] {
	const items: VirtualRows["items"] = [];
	let cursor = 0;
	for (const index of indexes) {
		if (index > cursor) items.push({ kind: "gap", key: `gap-${cursor}`, height: (index - cursor) * height });
		items.push({ kind: "row", index });
		cursor = index + 1;
	}
	if (cursor < count) items.push({ kind: "gap", key: "gap-end", height: (count - cursor) * height });
	return items;
}

/**
 * Rows are all equally tall, so where a row stands is a product: nothing is kept per row, 200,000 cost what 30 do.
 * How tall is read from the first one drawn, because density, text zoom and the phone layout change it.
 */
export function useVirtualRows({ count, byPage, box, body, keep }: Options): VirtualRows {
	const [height, setHeight] = useState(40);
	const [seen, setSeen] = useState({ first: 0, last: wholeRows });
	const [viewport, setViewport] = useState(600);
	const hasRows = count > 0;

	/** How far the rows are scrolled, and how much of them shows: the sticky head covers the top of the box. */
	const measure = useCallback(() => {
		const [rows, frame] = [body.current, box.current];
		if (!rows || !frame) return null;
		const top = rows.getBoundingClientRect().top;
		if (byPage) return { scrolled: -top, shown: window.innerHeight, head: 0 };
		const head = top - frame.getBoundingClientRect().top + frame.scrollTop;
		return { scrolled: frame.scrollTop, shown: frame.clientHeight - head, head };
	}, [body, box, byPage]);

	const look = useCallback(() => {
		const view = measure();
		if (!view) return;
		const first = Math.max(0, Math.min(Math.floor(view.scrolled / height), count - 1));
		const last = Math.max(first, Math.min(Math.ceil((view.scrolled + view.shown) / height), count - 1));
		setSeen((known) => (known.first === first && known.last === last ? known : { first, last }));
		setViewport((known) => (known === view.shown ? known : view.shown));
	}, [measure, height, count]);

	useLayoutEffect(() => {
		const rows = body.current;
		if (!rows || !hasRows) return;
		const update = () => {
			const measured = rows.querySelector<HTMLElement>("[data-index]")?.getBoundingClientRect().height ?? 0;
			if (measured > 8) setHeight((known) => (Math.abs(measured - known) > 0.4 ? measured : known));
			look();
		};
		update();
		const observer = new ResizeObserver(update);
		observer.observe(rows);
		observer.observe(box.current ?? rows);
		return () => observer.disconnect();
	}, [body, box, hasRows, look]);

	useEffect(() => {
		const target = byPage ? window : box.current;
		target?.addEventListener("scroll", look, { passive: true });
		window.addEventListener("resize", look);
		return () => {
			target?.removeEventListener("scroll", look);
			window.removeEventListener("resize", look);
		};
	}, [box, byPage, look]);

	const scrollTo = (index: number) => {
		const view = measure();
		if (!view) return;
		const start = index * height;
		const above = start - 8 - view.scrolled;
		const under = start + height + 8 - (view.scrolled + view.shown);
		const by = above < 0 ? above : Math.max(under, 0);
		if (by !== 0) (byPage ? window : box.current)?.scrollBy({ top: by, behavior: "instant" });
	};

	return { items: withGaps(rowsToDraw({ count, ...seen, keep }), count, height), ...seen, scrollTo, pageSize: Math.max(1, Math.floor(viewport / height) - 1) };
}
