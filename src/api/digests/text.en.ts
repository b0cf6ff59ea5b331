import type { fr } from "./text.fr.ts";

const plural = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

export const en: typeof fr = {
	locale: "en-CA",
	day: (written) => written,
	subject: (alerts, on) => `Jalon: ${plural(alerts, "new alert", "new alerts")}, ${on}`,
	hello: "Hello,",
	lead: (on) => `Here is what is new for you on ${on}.`,
	kinds: {
		visit: "Planned visits",
		signal: "Red signals to handle",
		followUp: "Follow-ups to do",
		referralReceived: "Referrals received",
		referralSent: "Referrals without an answer",
		report: "Visit reports to finish",
		sleepingCase: "Cases without activity",
	},
	nobody: "A person’s need",
	promise: "Promise",
	today: "today",
	tomorrow: "tomorrow",
	dueToday: "due today",
	lateBy: (days) => `${plural(days, "day", "days")} late`,
	expectedOn: (on) => `reply expected on ${on}`,
	unansweredFor: (days) => `no answer for ${plural(days, "day", "days")}`,
	raisedOn: (on) => `noted on ${on}`,
	visitOf: (on) => `visit of ${on}`,
	idleFor: (days) => `no activity for ${plural(days, "day", "days")}`,
	andMore: (count) => `and ${plural(count, "other", "others")}`,
	standing: (count) => `${plural(count, "alert already sent remains", "alerts already sent remain")} to be handled.`,
	seeAll: "See today’s digest",
	why: "This digest is sent once a day at most, when there is something new.",
	change: "Change the hour, or stop receiving it",
};
