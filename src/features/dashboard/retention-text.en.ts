import type { fr } from "./retention-text.fr.ts";

export const en: typeof fr = {
	title: "Retention",
	aside: "still employed, after starting work",
	caption: "Share of people still employed after 3, 6 and 12 months, and share of those of whom it is not known",
	columns: { after: "After", rate: "Retention", known: "Known for", unknown: "Unknown" },
	months: { one: "month", other: "months" },
	openKnown: (count, after) => `Retention known for ${count} after ${after}`,
	openUnknown: (share, count, after) => `${share}, retention unknown for ${count} after ${after}`,
};
