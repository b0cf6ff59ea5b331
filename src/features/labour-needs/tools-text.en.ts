import type { fr } from "./tools-text.fr.ts";

export const en: typeof fr = {
	title: "Suggested tool",
	none: "No rule of the directorate fits this need.",
	noneOpen: "No post is open: there is nothing to suggest.",
	on: (day) => `on ${day}`,
	until: (day, deadline) => `on ${day}, registration until ${deadline}`,
	failed: "The suggestions could not be read.",
};
