import type { fr } from "./panel-text.fr.ts";

export const en: typeof fr = {
	title: "Next steps",
	markDone: "Mark as done",
	all: (count) => `See all ${count} follow-ups`,
	failed: "The follow-ups could not be read.",
	none: { title: "No next step", text: "A logged visit suggests one." },
};
