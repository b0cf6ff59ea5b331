import type { fr } from "./panel-text.fr.ts";

export const en: typeof fr = {
	title: "Visits",
	columns: { occurredOn: "Date", mode: "Type", headline: "In short", advisers: "Team", needs: "Needs", status: "Status" },
	failed: "The visits could not be read.",
	none: { title: "No visit logged", text: "The first one takes less than a minute." },
	logVisit: "Log a visit",
	more: (count) => `See all ${count} visits`,
};
