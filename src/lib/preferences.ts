import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Language = "fr" | "en";
export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";

export type Preferences = {
	language: Language;
	theme: Theme;
	density: Density;
	navigationCollapsed: boolean;
	/** The day of the latest entry of « Quoi de neuf » that was read. */
	newsSeenOn: string;
	/** What is left to set up no longer opens first. */
	firstStepsHidden: boolean;
};

/** What one person chooses on one device: kept in localStorage, never sent anywhere. */
export const usePreferences = create<Preferences>()(
	persist(
		(): Preferences => ({ language: "fr", theme: "system", density: "comfortable", navigationCollapsed: false, newsSeenOn: "", firstStepsHidden: false }),
		{
			name: "jalon.preferences",
		},
	),
);

export const setPreference = <K extends keyof Preferences>(name: K, value: Preferences[K]) =>
	usePreferences.setState({ [name]: value } as Pick<Preferences, K>);

export const useLanguage = () => usePreferences((state) => state.language);
export const currentLanguage = () => usePreferences.getState().language;
