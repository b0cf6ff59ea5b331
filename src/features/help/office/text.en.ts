import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	pages: {
		"lire-le-tableau-de-bord": {
			title: "Reading the dashboard",
			lead: "Each number has its rule, and opens the list that has exactly that many rows.",
			alsoFoundBy: "indicator statistics funnel manager report figures period fiscal year quarter",
			body: [
				{
					list: [
						"The period (fiscal year, quarter, month or free) and the reading date are at the top, and in the address: a link shows the same figures.",
						"A number is a link: the list it opens has that many rows.",
						"Each figure is compared with the equal period before, and its rule is shown beside it.",
						"A chart always has its table, one click away. “Print” gives a paper version.",
					],
				},
				{ note: "The load is that of open cases, in alphabetical order: it is not a ranking." },
			],
		},
		"passer-un-portefeuille": {
			title: "Handing over a portfolio",
			lead: "Leave or departure: entrust one person's employers to others, in one reversible action.",
			alsoFoundBy: "handover transfer departure leave reassign replace",
			body: [
				{
					steps: [
						"“Hand-overs” page, “New hand-over”: choose from whom, to whom, the reason and the date.",
						"Check what changes hands: employers, open cases, open follow-ups, visits to come or in draft, open referrals received (to be acknowledged again). The portfolio can be shared out by MRC or by employer.",
						"Confirm.",
					],
				},
				"Past visits keep their team. The hand-over can be undone at once, or later from its page.",
			],
		},
		"gerer-les-personnes": {
			title: "Managing people and access",
			lead: "Add a person, give them a role and a temporary password, close their access.",
			alsoFoundBy: "user account role rights disable invite permission",
			body: [
				{
					steps: [
						"Settings, “People”, “Add a person”: name, email address, role and point of service.",
						"Give them the temporary password in person: it is shown only once, and they will change it.",
					],
				},
				{ heading: "Roles" },
				{
					list: [
						"Advisors: read the region, write their own employers and those of nobody.",
						"Management: reads and writes the whole region, assigns, imports, follows the dashboard.",
						"Functional administration: people and settings; no access to notes about employers.",
						"Integration support: referrals and Accompagnement Québec.",
						"Audit: the access log, read only.",
					],
				},
				{ heading: "When somebody leaves" },
				"[Hand over their portfolio](passer-un-portefeuille), then “Disable the account”: their sessions close at once, and what they wrote stays under their name.",
				{ heading: "E-mail" },
				"The “E-mail” page says how many digests of the day were sent and, when sending fails, why and when it will be tried again. Each person chooses their own in “Today’s digest”.",
				{ heading: "Access" },
				"The “Access” page says which accounts were opened, changed or blocked, and when.",
			],
		},
		sauvegarder: {
			title: "Backing up and restoring",
			lead: "A copy is made every day; here is where it is and how to use it.",
			alsoFoundBy: "backup copy restore failure disk server update",
			body: [
				"This is done on the server, by those who operate it.",
				{
					list: [
						"Jalon copies its database every day and keeps the last fourteen copies. “npm run backup” makes one more, without interrupting work.",
						"Keep a copy on another machine: beside the data, it does not survive the disk. It contains personal information.",
						"“npm run restore”, Jalon stopped, puts a copy back into an empty database. A damaged copy is refused, and nothing changes.",
					],
				},
				{ note: "For a typing mistake, no backup is needed: [undo and history](annuler-et-historique) is enough." },
			],
		},
	},
};
