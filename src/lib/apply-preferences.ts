import { useEffect, useLayoutEffect } from "react";
import { usePreferences } from "./preferences.ts";
import { text } from "./text.ts";

/** The page's language, theme and density follow the person's choice. */
export function useApplyPreferences() {
	const { language, theme, density } = usePreferences();
	useLayoutEffect(() => {
		const root = document.documentElement;
		root.lang = language === "fr" ? "fr-CA" : "en-CA";
		root.dataset.theme = theme;
		root.dataset.density = density;
	}, [language, theme, density]);
	// Messages are made outside React (wordsNow): their words must be there before the first of them.
	useEffect(() => {
		if (language === "en") void text.loadEnglish();
	}, [language]);
}
