import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	employers: "Employers",
	tabs: "Sections of the record",
	thread: "Timeline",
	needs: "Needs",
	cases: "Cases",
	visits: "Visits",
	tools: "Tools and francization",
	immigration: "Immigration",
	signals: "Signals and questionnaire",
	documents: "Documents",
	people: "Contacts",
	history: "History",
	brief: "Brief before a visit",
	print: "Print",
	printing: "Printing",
	printHint: "This is the whole record, as it will be on paper.",
};
