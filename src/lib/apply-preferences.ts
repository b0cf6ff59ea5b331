import { useLayoutEffect } from "react";
import { usePreferences } from "./preferences.ts";

/** The page's language, theme and density follow the person's choice. */
export function useApplyPreferences() {
	const { language, theme, density } = usePreferences();
	useLayoutEffect(() => {
		const root = document.documentElement;
		root.lang = language === "fr" ? "fr-CA" : "en-CA";
		root.dataset.theme = theme;
		root.dataset.density = density;
	}, [language, theme, density]);
}
