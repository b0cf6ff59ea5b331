import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "What's new",
	lead: "What changed in Jalon, the latest first.",
	entries: [
		{
			on: "2026-11-27",
			title: "From the hire to the arrival",
			items: [
				"A [mission](missions) to come says which employers to invite, and a need which tool suits it, each with its reason; the rules can be changed.",
				"[Immigration](immigration): each person hired is followed under a nickname, step by step; delays are read by path.",
				"The [steps of a hire](immigration) call for their follow-ups, up to the renewal of the permit; retention is noted after 1, 3, 6 and 12\u00A0months and read on the dashboard.",
				"The [record of an employer](missions) says what each mission gave it, where each person hired stands and which permit is to be renewed first; the dashboard counts the missions one by one.",
				"At the arrival, [Accompagnement Québec](aiguillages) is signalled to the point of service: one person who consents, or a number only.",
				"[Missions](missions) have their follow-ups by themselves the day after they end, and their results are imported from a file.",
				"The [whole NOC](importer-des-employeurs) is imported from the files of Statistics Canada: an occupation is found by all its job titles.",
			],
		},
		{
			on: "2026-11-27",
			title: "Needs, from the first opening to the last",
			items: [
				"[Each need](noter-un-besoin) has its page: who filled how many openings, when and by which channel, and what is left, today or on another day.",
				"High or low wage and simplified processing, said on the day of the need; housing is noted and filtered by.",
				"An occupation is found as people say it, “welder” or “orderly”, without a network too.",
				"“Occupations”, in [Needs](noter-un-besoin), crosses the openings to fill by occupation, MRC and sector.",
			],
		},
		{
			on: "2026-11-27",
			title: "The missions of the Journées Québec",
			items: [
				"The [calendar of missions](missions), employers registered step by step, posts offered and never promised twice.",
				"Results are typed or pasted in a grid; the funnel is read as of any day, and missions are compared.",
			],
		},
		{
			on: "2026-11-27",
			title: "Portail employeurs",
			items: [
				"The [Portail employeurs](outils) has its page: from the opening of the account to its use, whom to follow up, as of any day; each step is recorded in one press on the employer’s page.",
				"The [ministry’s extract](outils) is imported; employers that are not recognised are matched by hand.",
			],
		},
		{
			on: "2026-11-26",
			title: "Help, imports and first steps",
			items: [
				"The [yearly questionnaire](questionnaire-et-signaux), the signals that it raises and their protocol, in a list of the region; vocabularies can be set.",
				"Your visits in [your calendar](mon-calendrier); an invitation dropped on the page becomes a visit.",
				"A [digest of the day](suivis), in Jalon and by e-mail: each fact once, at the hour you choose.",
				"[Without a network](travailler-sans-reseau): your employers and the reports you began open, and all you write waits on the device, encrypted.",
				"{V} logs a visit without leaving the page, in six keys; [rounds](consigner-une-visite) show on a map who has not been seen for a long time, and plan the visits.",
				"[Documents](joindre-un-document) are attached to employers, visits and cases: dropped files, photos taken with the phone.",
				"[After a visit](terminer-un-rapport): summary e-mail, promises, and a one-page brief before the next.",
				"Help that opens at the page for what you are doing.",
				"[Importing employers](importer-des-employeurs) from an Excel or CSV file, checked before anything is written, and which can be undone.",
				"[Closing a case](mettre-en-pause-ou-fermer) says what becomes of each follow-up; an employer is archived and comes back; the board is set out in lanes.",
				"[Handing a portfolio over](passer-un-portefeuille) from one person to others, in one reversible gesture.",
				"“My day”, the week of [follow-ups](suivis) and postponing with one key.",
				"[Referrals](aiguillages): sent with the consent, received, followed until the outcome.",
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
