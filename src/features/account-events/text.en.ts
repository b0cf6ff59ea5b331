import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "Access log",
	caption: "Sign-ins and account changes in the region",
	search: { label: "Find a person by name", placeholder: "Find a person" },
	facets: "Filter the access log",
	columns: { when: "Date and time", person: "Person", kind: "Event", actor: "By" },
	events: { one: "event", other: "events" },
	herself: "The person",
	house: "Jalon",
	period: { label: "Period", week: "7\u00A0days", month: "30\u00A0days", all: "All" },
	fields: { seq: "Date and time", on: "Date", personId: "Person", personName: "Person", kind: "Event", actorId: "By" },
	values: {
		kind: {
			opened: "Account opened",
			signedIn: "Signed in",
			passwordChanged: "Password changed",
			passwordIssued: "Temporary password issued",
			disabled: "Account disabled",
			enabled: "Account enabled",
			calendarOpened: "Calendar address created",
			calendarRevoked: "Calendar address revoked",
		},
	},
	missing: { actorId: "Jalon", other: "not given" },
	none: {
		title: "No access yet",
		text: "Each sign-in, each password issued or changed, each account disabled is recorded here by itself.",
	},
};
