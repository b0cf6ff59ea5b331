import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	pages: {
		"consigner-une-visite": {
			title: "Logging a visit",
			lead: "In under a minute, on a phone if need be; the report can be completed later.",
			alsoFoundBy: "meeting call field note quick entry plan",
			body: [
				{
					steps: [
						"Press “Log a visit” ({V}).",
						"Choose the employer: the most recent come first; part of a name, town or NEQ is enough.",
						"Check the type and the date. A date to come plans the visit.",
						"Write the essential in one line, and the next step if there is one.",
						"“Save” ({Ctrl+Enter}). The visit is a draft: [finish the report](terminer-un-rapport) when you have time.",
					],
				},
				{ note: "If the service does not answer, what you typed is kept on the device. It is still there when you come back to this page." },
				{ heading: "What to write, and what not to write" },
				"Facts, no opinion about a person; nothing about the health, origin or status of a named person.",
			],
		},
		"terminer-un-rapport": {
			title: "Finishing a visit report",
			lead: "Complete the draft, understand what is missing, correct afterwards.",
			alsoFoundBy: "draft addendum locked correct cancel visit complete",
			body: [
				"The report is saved as you write; its state is shown at the top. Beside it, the sections say how many answers are missing.",
				{
					steps: [
						"Fill in the header, needs, solutions discussed, tools, summary and next steps. A complete line becomes at once a need, a follow-up or a use on the employer's record.",
						"Press “Finish”. If something is missing, Jalon says so beside the field, and nothing is lost.",
						"Read the proposed follow-ups, change or remove them, then confirm.",
					],
				},
				{ heading: "Afterwards" },
				{
					list: [
						"For 30 days, “Correct” opens the report again.",
						"Then it is locked: “Add an addendum” clarifies it, dated and signed.",
						"“Cancel the visit” asks why and removes the needs and follow-ups that nobody has dealt with yet.",
					],
				},
			],
		},
		"noter-un-besoin": {
			title: "Recording a labour need",
			lead: "Occupation, number of positions, wage, French required: in a report or on the record.",
			alsoFoundBy: "position NOC occupation recruitment hiring filled",
			body: [
				{
					steps: [
						"In the visit report, “Add a need”; or, on the employer's record, the “Needs” tab.",
						"Look up the occupation by its title or its NOC 2021 code.",
						"Give the number of positions. The rest can wait.",
					],
				},
				"As positions are filled or dropped, edit the need: open positions are computed again wherever they are shown.",
				"The “Needs” page gathers those of the whole region and can be filtered by occupation, MRC or state.",
			],
		},
		"faire-avancer-un-dossier": {
			title: "Moving a case forward",
			lead: "Move a card on the board, meet the criteria of a stage, go back.",
			alsoFoundBy: "kanban stage pipeline drag move criterion evidence swimlanes",
			body: [
				"Each column is a stage of the support, with its number of cases and positions. A card is dragged with the mouse, or moved through its menu ({M}).",
				"“Lanes” sets the cards out by person or by point of service; a lane folds, and the counts stay those of the whole column.",
				{ heading: "When a criterion is missing" },
				"The case does not move and Jalon says what is missing. Record it (a visit, a need…), or write in the dialog what happened and when: this evidence stays with the case.",
				{ heading: "Going back to a stage" },
				"It is allowed; the reason is asked and stays in the history.",
				{ heading: "A case that “sleeps”" },
				"No trace of work for longer than the stage allows. A visit, a follow-up or a move wakes it; if it waits for a good reason, [pause it](mettre-en-pause-ou-fermer).",
			],
		},
		"mettre-en-pause-ou-fermer": {
			title: "Pausing, closing or reopening a case",
			lead: "A pause has a wake-up date; a closing has a reason; an employer who comes back opens a new case.",
			alsoFoundBy: "suspend wake closing resume archive unarchive",
			body: [
				{ heading: "Pausing" },
				"In the card's menu, “Pause…”: a reason and a wake-up date, within six months. The case does not sleep during the pause and comes back by itself that day. “Wake the case” ends it sooner.",
				{ heading: "Closing" },
				{
					steps: [
						"In the card's menu, “Close the case…”.",
						"Choose the reason.",
						"If follow-ups are still open, say what becomes of each: done, given up, or entrusted to somebody.",
					],
				},
				{ heading: "When the employer comes back" },
				"A closed case is not reopened: “Reopen as a new case” opens another, tied to the former, which keeps its story.",
				{ heading: "When the employer is no longer supported" },
				"On its record, “Archive…”: a reason, and what becomes of its open case and follow-ups. It leaves the lists and the counts; the filter “Archived” still shows it, and “Unarchive” brings it back.",
			],
		},
		suivis: {
			title: "Keeping up with your day and your follow-ups",
			lead: "What is to be done, by whom and by when: today, this week, or as a list.",
			alsoFoundBy: "task reminder due late postpone my day calendar week recurring owner",
			body: [
				{ heading: "My day" },
				"Four columns: today's visits, what is late or due, expected replies, and what to watch. Arrows go from item to item; {Enter} opens.",
				{ heading: "Done, postponed" },
				{
					keys: [
						["F", "Mark the follow-up as done"],
						["R", "Postpone: tomorrow, Monday, in two weeks or another date, with the reason"],
					],
				},
				"“Undo” takes it back. A recurring follow-up, once done, leaves its next occurrence.",
				{ heading: "List and week" },
				"The “Follow-ups” page opens on yours. “Week” sorts them by day, with holidays: drag a follow-up, or {Shift} and an arrow, to change its day.",
				"A follow-up comes from a visit report, or is added by hand; it can have several owners. Where it comes from is shown.",
			],
		},
		outils: {
			title: "Employer portal and Journées Québec",
			lead: "Record what the employer did with the tools, and find who does not use them.",
			alsoFoundBy: "mission account use Arrima international recruitment",
			body: [
				"A use is recorded in the visit report, or on the record, tab “Portal and Journées Québec”, “Add a use”: the tool, the action (account opened, search, offer, registration for a mission…), the date, and whether the employer says so or a data extract shows it.",
				"The state of the account follows: no account, never used, active, dormant. The list of employers can be filtered by it.",
			],
		},
	},
};
