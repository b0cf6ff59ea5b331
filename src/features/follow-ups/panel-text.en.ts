import type { fr } from "./panel-text.fr.ts";

export const en: typeof fr = {
	title: "Next steps",
	markDone: "Mark as done",
	all: (count) => `See all ${count} follow-ups`,
	failed: "The follow-ups could not be read.",
	none: { title: "No next step", text: "A logged visit suggests one." },
	promises: {
		title: "Promises",
		open: "Promises to keep",
		states: { late: () => "late", toCome: () => "to come", kept: () => "kept", givenUp: () => "given up" },
		none: { title: "No promise", text: "Tick “Promised to the employer” on a next step of the visit." },
	},
};
