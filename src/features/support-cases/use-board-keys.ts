import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Board } from "#contract/support-cases.ts";
import { isShortcut } from "#lib/shortcuts.ts";
import { openMenu } from "./open-menu.ts";

type Keys = {
	/** The columns that are drawn: one group, or one a lane. */
	groups: Board["columns"][];
	box: RefObject<HTMLElement | null>;
	onShow: (id: string) => void;
	/** The last case acted upon. */
	touched: { id: string } | null;
	/** A move is being written, or asks something. */
	isMoving: boolean;
};

const claim = 600;
const step = 50;

/** One tab stop for the board; the arrows go from card to card, M or Enter opens the actions, Space the case. The focus follows a card that changes column. */
export function useBoardKeys({ groups, box, onShow, touched, isMoving }: Keys) {
	const [wanted, setActive] = useState<string | null>(null);
	const lanes = groups.map((columns) => columns.map(({ items }) => items.map(({ id }) => id)));
	const all = lanes.flat(2);
	const active = wanted !== null && all.includes(wanted) ? wanted : (all[0] ?? null);

	// A move takes the card, its menu and the dialog from under the focus: it is given back to the card, wherever it now is, once nothing is open above.
	// However slow the answer: the card is watched until it has come.
	const moving = useRef(isMoving);
	moving.current = isMoving;
	useEffect(() => {
		if (!touched) return;
		setActive(touched.id);
		let until = performance.now() + claim;
		const timer = setInterval(() => {
			if (moving.current || document.querySelector("dialog[open], [role=menu]")) until = performance.now() + claim;
			else if (document.activeElement === document.body) box.current?.querySelector<HTMLElement>(`[data-card="${touched.id}"]`)?.focus();
			if (performance.now() > until) clearInterval(timer);
		}, step);
		return () => clearInterval(timer);
	}, [touched, box]);

	const neighbour = (id: string, key: string): string | undefined => {
		const lane = lanes.findIndex((columns) => columns.some((one) => one.includes(id)));
		const ids = lanes[lane] ?? [];
		const column = ids.findIndex((one) => one.includes(id));
		const row = ids[column]?.indexOf(id) ?? 0;
		const last = (ids[column]?.length ?? 1) - 1;
		if (key === "Home" || key === "End") return ids[column]?.[key === "Home" ? 0 : last];
		if (key === "ArrowDown" || key === "ArrowUp") {
			const isDown = key === "ArrowDown";
			const within = ids[column]?.[row + (isDown ? 1 : -1)];
			if (within) return within;
			// Past the end of a cell: the same stage in the next lane that has a card there.
			const beyond = isDown ? lanes.slice(lane + 1) : lanes.slice(0, lane).reverse();
			return beyond.map((columns) => columns[column]?.at(isDown ? 0 : -1)).find((one) => one !== undefined) ?? id;
		}
		const side = key === "ArrowRight" ? ids.slice(column + 1) : ids.slice(0, column).reverse();
		const next = side.find((one) => one.length > 0);
		return next?.[Math.min(row, next.length - 1)];
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-card]") : null;
		const id = card?.dataset.card;
		// A menu of the card lives elsewhere in the page, and its keys come here all the same.
		if (!card || !id || event.ctrlKey || event.metaKey || event.altKey) return;
		const isOnCard = event.target === card;
		if ((isShortcut(event, "otherCard") || event.key === "Home" || event.key === "End") && (isOnCard || event.target instanceof HTMLAnchorElement)) {
			const next = neighbour(id, event.key);
			event.preventDefault();
			if (next) box.current?.querySelector<HTMLElement>(`[data-card="${next}"]`)?.focus();
		} else if (isOnCard && isShortcut(event, "cardMenu")) {
			event.preventDefault();
			const button = card.querySelector<HTMLElement>("[data-menu] button");
			if (button) openMenu(button);
		} else if (isOnCard && isShortcut(event, "peekCard")) {
			event.preventDefault();
			onShow(id);
		}
	};
	return { active, activate: setActive, onKeyDown };
}
