import type { fr } from "./employer-text.fr.ts";

export const en: typeof fr = {
	title: "International recruitment",
	caption: "Open immigration files of the employer, the permit that expires first on top",
	counts: {
		selection: { one: "in selection", other: "in selection" },
		permit: { one: "in permit steps", other: "in permit steps" },
		arrived: { one: "arrival", other: "arrivals" },
		atWork: { one: "at work", other: "at work" },
		resident: { one: "permanent residence", other: "permanent residences" },
		ended: { one: "ended file", other: "ended files" },
	},
	countsLabel: "Where the persons hired stand",
	next: (label, day) => `Next renewal: ${label}, on ${day}`,
	late: (label, day) => `Late renewal: ${label}, expected on ${day}`,
	lateDay: (day) => `${day}, late`,
	renewal: "Renewal",
	expired: "Permit expired",
	all: { one: "See the file in the list", other: "See all the files in the list" },
	noneOpen: "No open file: those that are settled stay in the list.",
	none: { title: "Nobody hired abroad", text: "Each person is followed under a label, from the accepted offer to the first day of work." },
	failed: "The immigration files could not be read.",
};
