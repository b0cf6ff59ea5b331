import { type KeyboardEvent, useState } from "react";

type Place = { x: number; y: number };

const placeOf = (element: Element): Place => ({ x: Number(element.getAttribute("data-x")), y: Number(element.getAttribute("data-y")) });
/** The nearest of those further on in a direction. */
const nearest = (marks: HTMLElement[], distance: (place: Place) => number | null): HTMLElement | undefined =>
	marks
		.map((mark) => ({ mark, far: distance(placeOf(mark)) }))
		.filter((one): one is { mark: HTMLElement; far: number } => one.far !== null)
		.sort((a, b) => a.far - b.far)[0]?.mark;

function next(key: string, marks: HTMLElement[], from: Place): HTMLElement | undefined {
	const along = (sign: 1 | -1) => nearest(marks, ({ x, y }) => (y === from.y && (x - from.x) * sign > 0 ? Math.abs(x - from.x) : null));
	const across = (sign: 1 | -1) => nearest(marks, ({ x, y }) => ((y - from.y) * sign > 0 ? Math.abs(y - from.y) * 1000 + Math.abs(x - from.x) : null));
	switch (key) {
		case "ArrowRight":
			return along(1);
		case "ArrowLeft":
			return along(-1);
		case "ArrowDown":
			return across(1);
		case "ArrowUp":
			return across(-1);
		case "Home":
			return marks[0];
		case "End":
			return marks.at(-1);
		default:
			return undefined;
	}
}

/** The marks of a drawing: one stop for Tab, the arrows from one to the other by where they stand. Each is a link that says its value. */
export function useMarks() {
	const [current, setCurrent] = useState("");
	const first: { id: string | null } = { id: null };
	return {
		container: {
			onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
				const from = (event.target as Element).closest<HTMLElement>("[data-mark]");
				if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
				const marks = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-mark]")];
				const to = next(event.key, marks, placeOf(from));
				if (!to) return;
				event.preventDefault();
				to.focus();
			},
		},
		/** In the order of the page; `ids` are all those that may be focused. */
		mark: (id: string, x: number, y: number, ids: readonly string[]) => {
			first.id ??= ids.includes(current) ? current : (ids[0] ?? null);
			return { "data-mark": id, "data-x": x, "data-y": y, tabIndex: first.id === id ? 0 : -1, onFocus: () => setCurrent(id) };
		},
	};
}
