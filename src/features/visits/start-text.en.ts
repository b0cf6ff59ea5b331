import type { fr } from "./start-text.fr.ts";

export const en: typeof fr = {
	open: "Open the report",
	group: {
		title: "Group session",
		help: "An information session or a workshop with several employers: one entry, in the thread of each.",
		count: (value) => (value === 0 ? "Employers present" : `Employers present (${value}\u00A0${value === 1 ? "employer" : "employers"})`),
		add: "Add an employer",
		needed: "Choose at least one employer.",
		hint: "Subject of the session",
	},
	partner: {
		title: "Visit of a partner",
		help: "Following an agreement with an organization, an MRC or a municipality. It does not count as support of an employer.",
		needed: "Choose the partner visited.",
		hint: "What to remember",
	},
};
