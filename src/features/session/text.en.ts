import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "Sign in",
	product: "Jalon",
	tagline: "Employer support follow-up",
	choose: "Choose a demonstration person",
	explanation: "No password: people and employers are fictional, and everything stays on this computer.",
	roles: {
		advisor: "Regional immigration counsellor",
		recruitmentAdvisor: "International recruitment counsellor",
		integrationAgent: "Integration agent",
		manager: "Manager",
		administrator: "Functional administration",
		auditor: "Audit",
	},
	none: "No account is open yet",
	noneText: "Start the demonstration with “npm start -- --demo”, or ask the functional administration to open your account.",
	language: "Français",
};
