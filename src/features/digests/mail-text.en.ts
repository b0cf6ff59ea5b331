import type { fr } from "./mail-text.fr.ts";

export const en: typeof fr = {
	title: "E-mail",
	intro: "Jalon sends a digest of the day to each person who wants it. Addresses and messages cannot be read here.",
	failed: "The state of the e-mail could not be read.",
	off: {
		title: "E-mail is not set up.",
		text: "Whoever runs this server sets it up by giving the address of the mail server (SMTP_URL) and who writes (MAIL_FROM), then restarting Jalon. Without it, the digest of the day is read in Jalon.",
	},
	today: "Today",
	sent: "Digests sent",
	nothing: "With nothing new",
	waiting: "Waiting for another attempt",
	lastSent: "Last sent",
	never: "None in 30 days",
	works: "The last attempt succeeded.",
	faultAt: (moment) => `The last attempt failed: ${moment}.`,
	retryAt: (moment) => `Next attempt: ${moment}.`,
	noRetry: "No other attempt today; the digest leaves again tomorrow.",
	faults: {
		unreachable: "The mail server does not answer.",
		"sign-in": "The mail server refuses Jalon’s name or password.",
		encryption: "The encrypted connection with the mail server could not be made.",
		later: "The mail server asks to wait.",
		refused: "The mail server refuses Jalon’s messages: check who writes (MAIL_FROM).",
		recipient: "A recipient’s address does not exist: check the addresses of the page “People”.",
		other: "The message did not leave; the server’s log says more.",
	},
};
