import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "Help",
	search: { label: "Search the help", placeholder: "What do you want to do?" },
	chapters: {
		start: "First steps and bearings",
		field: "Field work",
		tools: "The Portail, missions and immigration",
		lists: "Records, lists and files",
		office: "Management and administration",
	},
	found: { one: "page found", other: "pages found" },
	nothing: { title: "No page speaks of that", text: "Try another word: “visit”, “duplicate”, “password”…" },
	unseen: "new",
	results: "Results",
	all: "All the help",
	openPage: "Open as a full page",
	news: "What's new",
};
