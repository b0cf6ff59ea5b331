import { type RefObject, useLayoutEffect, useState } from "react";

/**
 * The height left under the table's top, so that the table scrolls and the page does not; undefined until measured,
 * when the style sheet's own limit holds: without any, the box would be as tall as all its rows and draw them all.
 */
export function useFillHeight(box: RefObject<HTMLElement | null>, enabled: boolean, below: number): number | undefined {
	const [height, setHeight] = useState<number>();
	useLayoutEffect(() => {
		if (!enabled) return;
		const measure = () => {
			const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
			setHeight(Math.max(280, Math.floor(window.innerHeight - top - below)));
		};
		measure();
		// Whatever stands above (filters on two lines, a banner) may grow or shrink: the page itself does not always follow.
		const observer = new ResizeObserver(measure);
		for (let element = box.current?.parentElement; element; element = element.parentElement) observer.observe(element);
		window.addEventListener("resize", measure);
		return () => {
			observer.disconnect();
			window.removeEventListener("resize", measure);
		};
	}, [box, enabled, below]);
	return enabled ? height : undefined;
}
