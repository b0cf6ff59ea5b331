import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "What's new",
	lead: "What changed in Jalon, the latest first.",
	entries: [
		{
			on: "2026-11-26",
			title: "Help, imports and first steps",
			items: [
				"Help that opens at the page for what you are doing.",
				"[Importing employers](importer-des-employeurs) from an Excel or CSV file, checked before anything is written, and which can be undone.",
				"[Closing a case](mettre-en-pause-ou-fermer) says what becomes of each follow-up; an employer is archived and comes back; the board is set out in lanes.",
				"[Handing a portfolio over](passer-un-portefeuille) from one person to others, in one reversible gesture.",
				"“My day”, the week of [follow-ups](suivis) and postponing with one key.",
				"{Ctrl+K} searches everywhere and offers the actions of the page; {?} shows the shortcuts.",
				"At the first opening, three doors and a [starting list](premiers-pas).",
			],
		},
		{
			on: "2026-11-24",
			title: "History, undo and working together",
			items: [
				"“Undo” after each action, and a [history](annuler-et-historique) that lets you restore.",
				"Open records update when a colleague saves; lists announce what is new.",
				"Accounts with a password, and the list of places where [you are signed in](se-connecter).",
			],
		},
	],
};
