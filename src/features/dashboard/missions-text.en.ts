import type { fr } from "./missions-text.fr.ts";

export const en: typeof fr = {
	title: "Journées Québec",
	caption: "Missions of the period, from registrations to hires",
	note: "As said by the employers and known on the chosen day; a dash means that nobody has said.",
	mission: "Mission",
	columns: {
		"I09-registered": "Registrations",
		I09: "Participations",
		"I09-posts": "Posts",
		"I09-applications": "Applications",
		"I09-interviews": "Interviews",
		"I09-offers": "Offers",
		"I09-hires": "Hires",
	},
	nouns: {
		"I09-registered": { one: "registration", other: "registrations" },
		I09: { one: "participation", other: "participations" },
		"I09-posts": { one: "post", other: "posts" },
		"I09-applications": { one: "application", other: "applications" },
		"I09-interviews": { one: "interview", other: "interviews" },
		"I09-offers": { one: "offer", other: "offers" },
		"I09-hires": { one: "hire", other: "hires" },
	},
	unknown: (column) => `${column}: not known`,
	opens: (figure, mission) => `${figure}, ${mission}`,
	none: { title: "No mission in the period", text: "Missions for which employers registered will appear here." },
};
