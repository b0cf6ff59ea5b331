import { useSyncExternalStore } from "react";

let isPrinting = false;

function follow(onChange: () => void) {
	const media = matchMedia("print");
	const set = (is: boolean) => {
		isPrinting = is;
		onChange();
	};
	const begin = () => set(true);
	const end = () => set(false);
	const change = ({ matches }: MediaQueryListEvent) => set(matches);
	window.addEventListener("beforeprint", begin);
	window.addEventListener("afterprint", end);
	media.addEventListener("change", change);
	return () => {
		window.removeEventListener("beforeprint", begin);
		window.removeEventListener("afterprint", end);
		media.removeEventListener("change", change);
	};
}

/** While the page is being put on paper: what a screen draws by pieces is drawn whole. */
export const usePrinting = () =>
	useSyncExternalStore(
		follow,
		() => isPrinting,
		() => false,
	);
