import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "First steps",
	emptySub: "This office is empty. Where to begin?",
	failed: "The state of the office could not be read.",
	doors: {
		label: "Three ways to begin",
		demonstration: {
			title: "Load the demonstration",
			text: "A fictional region, its employers, cases and people, to try Jalon without any risk. Your account joins that region, Montérégie.",
			once: "The demonstration cannot be taken away: a real office will have to start from an empty database.",
			action: "Load the demonstration",
		},
		import: {
			title: "Import my employers",
			text: "An Excel or CSV file. Jalon guesses the columns, checks each row and shows everything before writing. The import can be undone.",
			action: "Import a file",
			byManager: "Management and advisors import: add that person first, then sign in as them.",
			addManager: "Add somebody in management",
		},
		empty: { title: "Start without data", text: "Add the people of the office. They will add their employers one by one.", action: "Add people" },
	},
	loading: {
		label: "Loading the demonstration",
		percent: (percent) => `${percent}%`,
		wait: "It takes less than a minute. Do not close this page.",
		failed: "The demonstration could not be loaded; nothing of it remains. You may try again.",
		done: "The demonstration is loaded.",
	},
	demonstration: {
		title: "This office is a demonstration",
		text: "Its people are fictional and have no password: go on as one of them to see what they see. To come back, sign out and sign in as yourself.",
		action: "Go on as somebody else",
	},
	list: {
		title: "Starting list",
		left: (done, of) => `${done} of ${of}`,
		done: "Done",
		toDo: "To do",
		allDone: "Everything is in place. You may hide this list.",
		hide: "Hide the list",
		hidden: "The starting list will no longer open first.",
	},
	steps: {
		managers: { title: "Somebody in management", text: "They assign employers, correct, and follow the dashboard.", action: "Add a person" },
		counsellors: { title: "Advisors", text: "Each person is given a temporary password, in person.", action: "Add a person" },
		employers: { title: "Employers", text: "From a file, or one by one.", action: "Import a file", add: "Add an employer" },
		assigned: { title: "Assignment of employers", text: "Each employer has an advisor.", action: "See those without an advisor" },
		cases: { title: "A first case", text: "A case is opened from an employer's record.", action: "See the employers" },
		visits: { title: "A first visit", text: "In under a minute; the report can be completed later.", action: "Log a visit" },
	},
	counts: {
		managers: { one: "person in management", other: "people in management" },
		counsellors: { one: "person", other: "people" },
		employers: { one: "employer", other: "employers" },
		assigned: { one: "employer without an advisor", other: "employers without an advisor" },
		cases: { one: "case", other: "cases" },
		visits: { one: "visit", other: "visits" },
	},
	byOthers: "What has no button is for management and the advisors.",
};
