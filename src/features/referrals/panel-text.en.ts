import type { fr } from "./panel-text.fr.ts";

export const en: typeof fr = {
	title: "Referrals",
	add: "Refer",
	count: "Signal arrivals…",
	personsNeed: "A person’s need",
	to: (name) => `to ${name}`,
	from: (name) => `from ${name}`,
	failed: "The referrals could not be read.",
	none: { title: "No referral", text: "What is sent to a colleague, a partner or a service appears here." },
	all: (count) => `See all ${count}`,
	tags: {
		sent: "sent",
		acknowledged: "received",
		closed: "closed",
		declined: "declined",
		withdrawn: "withdrawn",
		unanswered: (day) => `unanswered · ${day}`,
		escalated: (day) => `to chase up · ${day}`,
		meeting: (day) => `meeting ${day}`,
	},
};
