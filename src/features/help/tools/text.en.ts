import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	pages: {
		outils: {
			title: "Portail, Journées Québec and francization",
			lead: "Follow each employer’s account of the Portail, record what is done with it, and find who does not use it.",
			alsoFoundBy:
				"mission account use Arrima international recruitment OEV validated offer dormant activation extract funnel francization OQLF attestation French course",
			body: [
				"The Portail employeurs serves to search for, and contact, people of the Arrima pool. Offers, interviews and hires belong to the Journées Québec.",
				{ heading: "The account, step by step" },
				{
					steps: [
						"On the employer’s page, under “Tools and francization”, press what comes next: account to open, opened, active. The date is today’s; the source and who helped can be changed.",
						"Record searches, profiles viewed, people contacted and validated offers in the same way.",
						"The pencil corrects, the arrow takes back; the history keeps it all. What comes from a visit’s report is corrected in the report.",
					],
				},
				"An account sleeps when somebody said so, or after 180 days without use; a use or a new activation wakes it. An account to open creates a follow-up in 10 business days, an active account in 30 then 90 days.",
				{ heading: "The page Portail employeurs" },
				"The funnel goes from the account considered to the account that serves, and “To follow up” counts who waits: each number opens its list. “As of” reads everything again on another day, and the link can be shared.",
				{ heading: "The francization of the business" },
				"In the same tab, under the Portail: employer informed, registered, course started, attestation of the OQLF, each on its day. An attestation before the registration is refused, on the record as in a visit’s report.",
				{ heading: "The ministry’s extract" },
				"“Imports”, “Portail extract”: NEQ, name, activation, numbers since the former extract, date of the extract. The same extract twice writes nothing. An employer that is not recognised is kept aside: filter “Employer to be found”, choose it, then apply, even later.",
			],
		},
		missions: {
			title: "Journées Québec, before and after",
			lead: "The calendar of missions, the employers who go, the posts they offer and what came of it.",
			alsoFoundBy: "mission international recruitment registration withdrawal posts offered funnel results hires grid paste spreadsheet comparison",
			body: [
				"The manager keeps the calendar. A use of the tool that bears the name of a mission registers the employer in it, and the registration writes the uses: neither contradicts the other.",
				{ heading: "Whom to invite" },
				"“Employers to invite”, on a mission to come, lists those whose open needs, free of any other mission, suit its occupations, sectors, level of French and dates, and a rule of the directorate, written in words. Tick several, or invite them one by one: each is followed until the deadline.",
				"On the page of a need, “Suggested tool” names the tool and says why. The manager keeps these rules in “Marks for needs”: nothing else is weighed.",
				{ heading: "Before" },
				{
					steps: [
						"“Register an employer”, on the mission or on the employer’s record, tab “Tools and francization”.",
						"Move it on with one button: invited, interested, registered, confirmed, took part. “Steps” corrects the days, or notes a withdrawal and its reason.",
						"“Posts” offers posts of a need. An open post is promised to one mission only: what is free is written.",
					],
				},
				"A [follow-up](suivis) reminds you to confirm the registration ten business days before the deadline; others, to ask for results 10, 30 and 90\u00A0days after the end.",
				{ heading: "After" },
				"The grid is filled like a spreadsheet: arrows, Enter and Tab, a block pasted at once, {Ctrl+Z} to go back. Say on which day these numbers were known: the funnel is read as of any day, and late hires show.",
				{ note: "What is not saved stays on your device, and is there when you come back to the page." },
				"“Compare missions” puts side by side what the region counted and the missions whose figures are public.",
			],
		},
		immigration: {
			title: "Follow a hire until the arrival",
			lead: "Each person hired, under a nickname, from the accepted offer to the first day of work.",
			alsoFoundBy: "immigration file LMIA CAQ CSQ work permit TFWP IMP permanent residence delay refusal renewal retention still employed departure",
			body: [
				"“Welder 2 – Tunisia” is enough: no name, no UCI, no passport or permit number. What looks like one is refused.",
				"On an employer’s record, the tab “Immigration” says where each person stands and which permit is to be renewed first; a hire, or a group, is added there. {Ctrl+K} finds a label.",
				"The path chooses the steps. A step is never dated before the former one, nor the arrival without an approved permit; what ends says why.",
				"[Follow-ups](suivis) come by themselves: status of the application every 30\u00A0days, arrival, first week, 1, 3, 6 and 12\u00A0months of work, renewal of the permit 180, 120 and 90\u00A0days before it ends. They close, move and come back with the file.",
				"“Retention” keeps what is known after 1, 3, 6 and 12\u00A0months. A departure is told by the end of the file. The dashboard gives the share, and always the share that is not known.",
				"From the arrival on, “Accompagnement Québec” says whether this service was offered: the person consents and the [point of service](aiguillages) is told, only a number is passed on, or the person does not wish it.",
				"“Group hire” adds up to a hundred persons at once, in a grid where a spreadsheet can be pasted.",
				"“Delays” gives, for each step, the median and what nine files in ten do not exceed, of the files that are filtered.",
			],
		},
	},
};
