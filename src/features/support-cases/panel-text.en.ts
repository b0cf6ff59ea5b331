import type { fr } from "./panel-text.fr.ts";

export const en: typeof fr = {
	title: "Support cases",
	open: "Open a case",
	opened: "Case opened.",
	openedOn: "Opened",
	of: (day: string) => `opened on ${day}`,
	closedOn: (day, reason) => `Closed ${day} · ${reason}`,
	board: "See on the board",
	history: "Case history",
	start: "Opening",
	to: "becomes",
	advisor: "Counsellor",
	posts: "Open positions",
	nobody: "Unassigned",
	failed: "The cases could not be read.",
	none: { title: "No case", text: "Open one to support this employer, from the first call to follow-up on the job." },
	reopen: {
		action: "Reopen as a new case",
		done: (employer) => `${employer}: new case opened`,
		from: (day) => `Sequel of the case closed on ${day}`,
		as: (day) => `Has a sequel: case opened on ${day}`,
	},
};
