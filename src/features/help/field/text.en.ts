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
						"If a text seems to hold a SIN, a permit number, or the health or origin of a named person, Jalon asks whether to keep it before it is saved.",
						"Press “Finish”. If something is missing, Jalon says so beside the field, and nothing is lost.",
						"Read the proposed follow-ups, change or remove them, then confirm.",
					],
				},
				{ heading: "Afterwards" },
				{
					list: [
						"“Summary e-mail” prepares the message to the employer, in French: correct it, copy it or open it in your mail program, then say that it is sent.",
						"A step ticked as promised is followed on the record and comes first in “My day”.",
						"Before the next visit, “Brief before a visit” gathers on one page what to know and what not to ask again.",
						"For 30 days, “Correct” opens the report again.",
						"Then it is locked: “Add an addendum” clarifies it, dated and signed.",
						"“Cancel the visit” asks why and removes the needs and follow-ups that nobody has dealt with yet.",
					],
				},
			],
		},
		"mon-calendrier": {
			title: "My calendar and invitations",
			lead: "See your visits in Outlook; make a visit of an invitation without typing it again.",
			alsoFoundBy: "agenda outlook google ics eml e-mail appointment meeting subscription secret address",
			body: [
				{ heading: "Your visits in Outlook" },
				{
					steps: [
						"Open “My account” in the menu of your name, then “My calendar”.",
						"Press “Create the secret address” and copy it: it is shown only once.",
						"In Outlook, add a calendar by subscribing from the web, and paste the address.",
					],
				},
				"It carries the name of the employer and its municipality, and nothing that you wrote. If somebody else saw the address, change it or revoke it: the former one no longer answers.",
				{ heading: "An invitation becomes a visit" },
				{
					steps: [
						"Drag the .ics file, or the e-mail saved as .eml, anywhere on the page; or press “Invitation (.ics)” in “Visits”.",
						"Check the employer, the date, the time and the place.",
						"“Plan the visit”, or “Create the draft” if the meeting already took place.",
					],
				},
				"The same invitation never makes two visits. Received again with another date, it offers to move the visit; a completed visit keeps its date.",
				{ note: "The file is read on your device. Neither the addresses of those invited nor the body of the message are kept." },
			],
		},
		"travailler-sans-reseau": {
			title: "Working without a network",
			lead: "What the device keeps, what waits to be sent, and what this protects.",
			alsoFoundBy: "offline connection tunnel wifi sync to sync conflict device encryption phone",
			body: [
				"Jalon installs itself on your device the first time you open it. Your employers, their contacts, open cases, needs, follow-ups, last visits and the reports you began are kept there, and refreshed every quarter of an hour while Jalon is open. At the foot of the page, a line says how old the data is when the service does not answer.",
				{ heading: "Writing" },
				{
					steps: [
						"Log visits, fill in reports, add or settle follow-ups and plan a tour as usual.",
						"What waits is marked “To sync” in lists, and the header counts it.",
						"When the network is back, everything is sent in order, once. There is nothing to do.",
					],
				},
				{ heading: "What waits" },
				{
					list: [
						"“To sync” shows each entry: try again, open it to correct it, or discard it.",
						"If somebody changed the same thing meanwhile, Jalon shows the value you started from, yours and theirs: choose.",
						"Has your session ended? Sign in again: nothing is lost, and nothing is sent in anybody else’s session.",
					],
				},
				{ heading: "What this protects" },
				"Everything is encrypted, with a key that never leaves this browser and is erased after 14 days without contact with the service, or when you sign out. It does not protect against somebody who opens the device in your place: lock it.",
				{ note: "In private browsing, or when the device is full, nothing is kept: Jalon says so. Then leave the page open until it is sent." },
			],
		},
		"noter-un-besoin": {
			title: "Recording a labour need",
			lead: "Occupation, number of positions, wage, French required: in a report or on the record.",
			alsoFoundBy: "position NOC occupation recruitment hiring filled movement channel threshold high wage simplified processing housing",
			body: [
				{
					steps: [
						"In the visit report, “Add a need”; or, on the employer's record, the “Needs” tab.",
						"Look up the occupation as people say it (“welder”, “orderly”), by its official title, or by its NOC 2021 or 2016 code; without a network too.",
						"Give the number of positions. The rest can wait.",
					],
				},
				{ heading: "Openings filled, cancelled or added" },
				"Open the need by the name of its occupation, then “Add a movement”: how many, when, and by which channel they were filled. No more openings are filled than are left. What is left is computed again everywhere.",
				"A mistake is corrected or taken back; the history keeps it. “As of” shows the need as it was on another day.",
				{ heading: "High wage and simplified processing" },
				"The page of the need says them on its day, with their source. Managers keep the thresholds and the lists in Settings, “Marks”; what was not checked is marked “to be validated”.",
				{ heading: "The whole region" },
				"The “Needs” page gathers those of the whole region and can be filtered by occupation, MRC, housing or state; “Occupations” crosses them by MRC and by sector, and each number opens its list.",
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
			alsoFoundBy: "task reminder due late postpone my day calendar week recurring owner digest alert e-mail",
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
				{ heading: "Today’s digest" },
				"The page “Today’s digest” gathers what you must know of, each fact once: planned visits, red signals, follow-ups due or late, referrals to answer, reports that have waited for more than 7 days, cases without activity. The number beside its name says how many are new; opening the page marks them as seen.",
				"The same digest leaves by e-mail, once a day at most and only when there is something new: at the hour you choose, on working days or every day. What you have seen on the page is not repeated; what stays late comes back once a week. The e-mail names employers and places, never what is written in notes.",
				{ heading: "Where a follow-up comes from" },
				"A follow-up comes from a visit report, or is added by hand; it can have several owners. Where it comes from is shown.",
			],
		},
		"joindre-un-document": {
			title: "Attaching a document",
			lead: "A file or a photo, on the record of an employer, a visit or a case.",
			alsoFoundBy: "attachment file photo upload download PDF Word Excel camera agreement",
			body: [
				{
					steps: [
						"Open the “Documents” tab of the record, the foot of a visit, or a case.",
						"“Add a document”, or drop the files on the section. On a phone, “Take a photo”.",
						"The name of a document downloads it; its menu renames, describes or removes it. “Undo” brings it back.",
					],
				},
				"PDF, Word, Excel, PowerPoint, OpenDocument text, pictures, texts, CSV, e-mails and calendars, 25 MB at most. The content is checked: a program, a web page, macros or a misleading name are refused.",
				{
					note: "Attaching a file needs the network. If it is cut, the file stays on screen as long as the tab is open: it leaves again when the network is back, or by “Try again”, and is never received twice.",
				},
				"A photo of more than 3,000 pixels is reduced on your device: it leaves without the place where it was taken. The documents of its visits and cases are also on the employer's record.",
			],
		},
		aiguillages: {
			title: "Referring, and hearing back",
			lead: "Send an employer, or a person’s need, to whoever can answer, and know what came of it.",
			alsoFoundBy: "refer direct partner colleague consent acknowledgement Accompagnement Québec",
			body: [
				"“Refer”, in the list of referrals or on the record of an employer, asks to whom (a colleague, a partner, another service), why, and the consent obtained: from whom, when, how. Without consent, nothing is sent.",
				{ note: "Of a person, neither the name nor any number is written: the need is enough." },
				{
					list: [
						"Whoever receives it acknowledges it, says the day of the meeting, then gives the outcome, or declines with a reason.",
						"A referral is closed only with an outcome or a recorded visit.",
						"The outcome of a referred employer becomes a [follow-up](suivis), which closes with the referral.",
					],
				},
				"A signal to Accompagnement Québec goes to a point of service, whose agents answer. It is about one person who consents, or a number only, which tells neither the employer nor the line. “Signal arrivals”, on the record of an employer, sends a number.",
				"Unanswered on the day expected, usually 15\u00A0business days, it appears “unanswered” on both sides; after 30, it is brought to management.",
			],
		},
		"questionnaire-et-signaux": {
			title: "Yearly questionnaire and signals",
			lead: "Eight questions in less than a minute; what must alert shows on the record and in the manager’s list.",
			alsoFoundBy: "closure layoffs downsizing housing alert flag red amber protocol vocabulary trend",
			body: [
				{
					steps: [
						"Open “Signals and questionnaire” on the employer’s record, or “Questionnaire” from the visit.",
						"Choose an answer: it is saved at once. The answer of the year before is written beside.",
						"“Not to be asked again”: a colleague obtained it less than 90 days ago. Take it over, or correct it.",
					],
				},
				{ heading: "Signals" },
				"An answer or a visit report raises a signal, red or amber, with its protocol: what to do and whom to tell. “Say what was done” closes it; “Undo” opens it again.",
				"“Signals” gathers them for the region. “Trends” counts them by sector and year; each number opens its list.",
				{ heading: "Questions and words" },
				"The administration prepares the questions of each year and the protocol of each signal in “Questionnaire”, and retires or adds terms in “Vocabularies”. A retired term is offered no more; what bears it keeps it.",
			],
		},
	},
};
