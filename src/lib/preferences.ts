import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Language = "fr" | "en";
export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";

export type Preferences = {
	language: Language;
	theme: Theme;
	density: Density;
	navigationCollapsed: boolean /** The day of the latest entry of « Quoi de neuf » that was read. */;
	newsSeenOn: string;
};

/** What one person chooses on one device: kept in localStorage, never sent anywhere. */
export const usePreferences = create<Preferences>()(
	persist(
		() =>
			({ language: "fr" as Language, theme: "system" as Theme, density: "comfortable" as Density, navigationCollapsed: false, newsSeenOn: "" }) as Preferences,
		{
			name: "jalon.preferences",
		},
	),
);

export const setPreference = <K extends keyof Preferences>(name: K, value: Preferences[K]) =>
	usePreferences.setState({ [name]: value } as Pick<Preferences, K>);

export const useLanguage = () => usePreferences((state) => state.language);
export const currentLanguage = () => usePreferences.getState().language;
