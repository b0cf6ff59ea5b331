import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	pages: {
		"se-connecter": {
			title: "Signing in and keeping your account safe",
			lead: "Sign in, change your password, pick up your work after a break.",
			alsoFoundBy: "login forgotten password locked session expired sign out",
			body: [
				{ heading: "The first time" },
				{
					steps: [
						"Functional administration gives you a temporary password, in person.",
						"Enter your email address and that password, then “Sign in”.",
						"Choose your own password: at least 12 characters. A short sentence is easier to remember than a complicated word.",
					],
				},
				{ heading: "Forgotten password" },
				"Functional administration can give you another temporary one. Nobody can read yours.",
				{ heading: "After a break" },
				"Without any action from you, the session closes; a notice appears two minutes before. The page stays with what you were writing: sign in again and carry on.",
				{ heading: "On another device" },
				"“My account”, in the menu with your name, shows where you are signed in and closes the others at once.",
			],
		},
		"premiers-pas": {
			title: "Setting up an office",
			lead: "From the first administrator's account to a working office, in minutes.",
			alsoFoundBy: "installation start configuration checklist demonstration empty",
			body: [
				"After the first administrator's account is created, Jalon opens three doors.",
				{
					list: [
						"“Load the demonstration”: a fictional region, its employers and its people, to try things out. It can be removed only by starting afresh with an empty database.",
						"“Import my employers”: an Excel or CSV file, checked row by row before anything is written. Management and advisors import: add that person first. See [importing employers](importer-des-employeurs).",
						"“Start without data”: employers are added one by one.",
					],
				},
				{ heading: "The starting list" },
				"It shows what is left to set up, from what is really in Jalon: people, employers, their assignment, cases and visits. Each line leads to where it is done. Hide it when you no longer need it.",
			],
		},
		reperes: {
			title: "Finding your way around",
			lead: "Navigation, display, language, and addresses you can send to each other.",
			alsoFoundBy: "dark theme French language density menu interface phone link share",
			body: [
				{
					list: [
						"On the left, the pages for your role; on a phone they are at the bottom, and “More” shows the rest. “Collapse navigation” gives tables more room.",
						"At the top, “Log a visit” is always there ({V}).",
						"The menu with your name changes the language, the light or dark theme, and the comfortable or compact display.",
					],
				},
				{ heading: "The address is the state of the page" },
				"Filters, sorting, search and the open record are in the address. Copy it into an email: whoever opens it sees the same thing, within their rights.",
				{ heading: "When a colleague saves" },
				"The record you are reading updates by itself. A list does not move under your eyes: a line announces what is new, and “Show” brings it.",
			],
		},
		"raccourcis-clavier": {
			title: "Working with the keyboard",
			lead: "Everything can be done without a mouse; these keys save time.",
			alsoFoundBy: "shortcuts hotkeys accessibility screen reader",
			body: [
				{ heading: "Everywhere" },
				{
					keys: [
						["V", "Log a visit"],
						["Ctrl+K", "Find an employer, a person, a case, a need, or something to do here"],
						["Ctrl+Z", "Undo the last action while its notice is on screen"],
						["?", "See every shortcut"],
						["Esc", "Close the panel or dialog"],
					],
				},
				{ heading: "In a list" },
				{
					keys: [
						["↑ ↓", "From row to row"],
						["Enter", "Open the row"],
						["Shift + click on a heading", "Add a second sort"],
					],
				},
				{ heading: "On the board of cases" },
				{
					keys: [
						["← → ↑ ↓", "From card to card"],
						["M", "Actions and moves of the card"],
						["Space", "Look at the case without leaving the board"],
					],
				},
				{ heading: "While logging a visit" },
				{ keys: [["Ctrl+Enter", "Save"]] },
				{ note: "A single letter never acts while you are typing in a field." },
			],
		},
	},
};
