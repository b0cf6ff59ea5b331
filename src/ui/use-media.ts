import { useSyncExternalStore } from "react";

/** Follows a media query. */
export function useMedia(query: string): boolean {
	return useSyncExternalStore(
		(onChange) => {
			const list = matchMedia(query);
			list.addEventListener("change", onChange);
			return () => list.removeEventListener("change", onChange);
		},
		() => matchMedia(query).matches,
		() => false,
	);
}

/** The one breakpoint of the product; the style sheets use the same 767.98 px. */
export const useIsPhone = () => useMedia("(max-width: 767.98px)");
