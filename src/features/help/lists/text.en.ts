import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	pages: {
		"fiche-employeur": {
			title: "Reading and editing an employer's record",
			lead: "Everything about an employer: the thread, needs, cases, visits, people to reach.",
			alsoFoundBy: "add employer company NEQ contact address",
			body: [
				"The header gathers the essential: NEQ, sector, size, MRC, advisor, stage. The “Thread” tab tells everything in order and can be filtered by kind.",
				{ heading: "Adding an employer" },
				"“Employers” page, “Add”: the name and the municipality are enough. For several at once, [import a file](importer-des-employeurs).",
				{ heading: "Editing together" },
				"If somebody else changes the same record while you write, Jalon merges your changes. When you both changed the same field, it shows both values and you choose.",
				{ heading: "Contacts" },
				"Professional details only. One person can be marked as the first to reach.",
			],
		},
		"rechercher-et-filtrer": {
			title: "Searching and filtering",
			lead: "Without accents or capitals, by name, NEQ, town, person or phone; then narrow down by facets.",
			alsoFoundBy: "search find facet sort filter accent palette Ctrl K",
			body: [
				"Search ignores accents, apostrophes, “St” or “Saint”, “inc.” and “ltée”. An NEQ or a phone number can be typed with or without spaces.",
				{ heading: "Filtering" },
				{
					list: [
						"Beside the list, each choice says how many rows it leaves.",
						"Two choices of one facet add up; two facets combine.",
						"The filters in force are above the list; a cross removes one.",
					],
				},
				{ heading: "Sorting" },
				"A click on a heading sorts; {Shift} + click adds a second sort.",
				{ note: "The filter is in the address: bookmark it to come back." },
			],
		},
		"importer-des-employeurs": {
			title: "Importing employers",
			lead: "An Excel or CSV file, checked in full before anything is written, and which can be undone.",
			alsoFoundBy: "xlsx csv spreadsheet upload file duplicate columns sample import",
			body: [
				{
					steps: [
						"“Employers” page, “Import”. Drop your file, or download the sample first.",
						"Check the columns: Jalon has guessed what each contains; correct as needed.",
						"Look at the result of the check: to add, to update, identical, in error. Row numbers are those of Excel.",
						"Decide for every row of a kind, or one by one: add, update or skip.",
						"Apply. You may leave the page: the work goes on, and you will find it again under “Imports”.",
					],
				},
				{ heading: "Duplicates" },
				"An employer already known is recognised by its NEQ, by its name and municipality, by its phone or by its website. Jalon shows which one, why, and what would change.",
				{ heading: "Rows in error" },
				"The row, the column and the reason are given in words. “Download the rows in error” gives a file to correct, then to import in turn.",
				{ heading: "The whole NOC" },
				"A manager can import, under “NOC 2021”, the files of Statistics Canada: the structure first, then the elements, in French and in English. An occupation is then found by each of its job titles.",
				{ heading: "Undoing an import" },
				"“Undo the import” removes what was added and puts back what was changed. What somebody has edited since is left alone: those records are listed, with a link.",
			],
		},
		"exporter-et-imprimer": {
			title: "Exporting a list, printing a record",
			lead: "A file of every filtered row, and a record that reads well on paper.",
			alsoFoundBy: "csv spreadsheet excel download print pdf paper",
			body: [
				{ heading: "Exporting" },
				"In a list, “Export (CSV)” saves every row of the filter in force, not only those on screen. The file opens in Excel, accents included.",
				{ heading: "Printing" },
				"“Print”, on a record or a report, or your browser's command: navigation and buttons disappear, nothing is cut.",
				{ note: "An exported file leaves Jalon: keep it where information is protected, and delete it when it is no longer needed." },
			],
		},
		"annuler-et-historique": {
			title: "Undoing, and finding what changed",
			lead: "Almost everything can be undone; the history says who changed what, when, and lets you restore it.",
			alsoFoundBy: "mistake go back restore journal version who changed",
			body: [
				{ heading: "Right away" },
				"After an action, a notice offers “Undo” ({Ctrl+Z}). If somebody changed the same thing meanwhile, Jalon says so and touches nothing.",
				{ heading: "Later" },
				{
					steps: [
						"Open “History” on the record, the case, the report, the need or the follow-up.",
						"Filter by person, by field or by day.",
						"“Restore this field” or “Restore this version”: it is a change like any other, and can be undone too.",
					],
				},
				"Nothing is erased from the history: a correction is added to it.",
			],
		},
	},
};
