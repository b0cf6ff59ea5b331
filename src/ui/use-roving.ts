import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

const arrows = /^(Arrow(Up|Down|Left|Right)|Home|End)$/;

/**
 * One tab stop for a page of columns: the arrows go from item to item (`data-item`) and from column to column (`data-column`).
 * An item that changes column keeps the focus; one that goes away leaves it to the one that takes its place.
 */
export function useRoving(box: RefObject<HTMLElement | null>, onKey: (id: string, event: KeyboardEvent) => boolean) {
	const [active, setActive] = useState<string | null>(null);
	const place = useRef<[column: number, row: number]>([0, 0]);
	const isWithin = useRef(false);
	const columns = () =>
		[...(box.current?.querySelectorAll<HTMLElement>("[data-column]") ?? [])].map((column) => [...column.querySelectorAll<HTMLElement>("[data-item]")]);
	const isThere = active !== null && box.current?.querySelector(`[data-item="${active}"]`) != null;

	useEffect(() => {
		const all = columns();
		const isLost = isWithin.current && document.activeElement === document.body && !document.querySelector("dialog[open]");
		const known = all.flat().find(({ dataset }) => dataset.item === active);
		const [column, row] = place.current;
		const item = known ?? all[column]?.[Math.min(row, (all[column]?.length ?? 1) - 1)] ?? all.flat()[0];
		const at = item ? all.findIndex((items) => items.includes(item)) : -1;
		if (item) place.current = [at, all[at]?.indexOf(item) ?? 0];
		const next = item?.dataset.item ?? null;
		if (next !== active) setActive(next);
		if (isLost) item?.focus();
	});
	const onBlur = (event: FocusEvent) => {
		const { target, relatedTarget } = event;
		// Taken from under the focus, it is no longer in the page: whoever left by themselves is not called back.
		queueMicrotask(() => {
			if (target.isConnected && !(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) isWithin.current = false;
		});
	};

	const neighbour = (item: HTMLElement, key: string): HTMLElement | undefined => {
		const all = columns();
		const column = all.findIndex((items) => items.includes(item));
		const items = all[column] ?? [];
		const row = items.indexOf(item);
		if (key === "ArrowDown" || key === "ArrowUp") return items[row + (key === "ArrowDown" ? 1 : -1)];
		if (key === "Home" || key === "End") return items.at(key === "Home" ? 0 : -1);
		const side = key === "ArrowRight" ? all.slice(column + 1) : all.slice(0, Math.max(0, column)).reverse();
		const next = side.find((others) => others.length > 0);
		return next?.[Math.min(row, next.length - 1)];
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-item]") : null;
		const id = item?.dataset.item;
		if (!item || !id || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
		if (onKey(id, event)) return event.preventDefault();
		if (event.shiftKey || !arrows.test(event.key)) return;
		event.preventDefault();
		neighbour(item, event.key)?.focus();
	};
	return {
		active: isThere ? active : null,
		onKeyDown,
		onBlur,
		/** What an item carries. Before the first is known, any may be reached. */
		itemProps: (id: string) => ({
			"data-item": id,
			tabIndex: active === null || id === active ? 0 : -1,
			onFocus: () => {
				isWithin.current = true;
				setActive(id);
			},
		}),
	};
}
