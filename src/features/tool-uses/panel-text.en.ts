import type { fr } from "./panel-text.fr.ts";

export const en: typeof fr = {
	title: "Use of the ministry’s two tools",
	columns: { occurredOn: "Date", tool: "Tool", event: "Use", quantity: "Number", source: "Source", history: "History", note: "Note" },
	tools: { employerPortal: "Portail employeurs", journeesQuebec: "Journées Québec" },
	sources: { declared: "Declared", extract: "Extract" },
	add: "Add a use",
	save: "Save",
	cancel: "Cancel",
	added: "Use recorded.",
	tool: "Tool",
	event: "Use",
	occurredOn: "Date",
	quantity: { search: "Searches made", contact: "People contacted", validatedOffer: "Offers filed" },
	mission: "Mission",
	missionHelp: "For example: Colombia 2026.",
	source: "Source",
	sourceHelp: "Declared by the employer, or taken from a ministry extract.",
	note: "Note",
	failed: "The uses could not be read.",
	none: { title: "No use recorded", text: "Note the opening of a Portail account or a mission registration." },
};
