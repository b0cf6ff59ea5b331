import type { fr } from "./calendar-text.fr.ts";

export const en: typeof fr = {
	title: "My calendar",
	explanation:
		"Your visits show in Outlook, Google Calendar or the calendar of your phone. They carry the name of the employer and its municipality, and nothing that you wrote.",
	withFollowUps: "Put the due dates of my follow-ups in it too",
	create: "Create the secret address",
	address: "Address of your calendar",
	once: "This address will not be shown again. Copy it now: whoever knows it reads your calendar, without a password.",
	copy: "Copy the address",
	copied: "Address copied.",
	notCopied: "The address could not be copied: select it and copy it yourself.",
	how: "Add it to Outlook",
	steps: ["In Outlook, open the calendar, then “Add calendar”.", "Choose “Subscribe from web”.", "Paste the address, name the calendar “Jalon”, then import."],
	delay: "Outlook comes back by itself every few hours: a visit that was just entered may take a while to appear.",
	created: (moment) => `Address created on ${moment}.`,
	read: (moment) => `Last read on ${moment}.`,
	neverRead: "No calendar has read it yet.",
	renew: "Change the address",
	renewed: "New address created. The former one no longer answers.",
	revoke: "Revoke the address",
	revoked: "The address no longer answers: your calendar can no longer be read from outside.",
	followUpsIn: "The due dates of your follow-ups are in your calendar.",
	followUpsOut: "The due dates of your follow-ups are no longer in your calendar.",
	failed: "Your calendar could not be shown.",
};
