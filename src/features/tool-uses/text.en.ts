import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "Tools and francization",
	caption: "Uses of the Portail employeurs and the Journées Québec, steps of francization",
	search: { label: "Search uses by employer", placeholder: "Search by employer" },
	facets: "Filter the uses",
	columns: { employer: "Employer", tool: "Tool or mission", event: "Use", quantity: "Number", occurred: "Date", source: "Source" },
	uses: { one: "use", other: "uses" },
	fields: {
		employerId: "Employer",
		employerName: "Employer",
		tool: "Tool",
		event: "Use",
		source: "Source",
		mission: "Mission",
		occurredOn: "Date",
		quantity: "Number",
	},
	values: {
		tool: { employerPortal: "Portail employeurs", journeesQuebec: "Journées Québec", francisation: "Francization" },
		source: { declared: "Stated by the employer", extract: "Ministry extract" },
	},
	sources: { declared: "Stated", extract: "Extract" },
	missing: { mission: "No mission", other: "not stated" },
	none: {
		title: "No uses yet",
		text: "A Portail account, a search, a mission: they are recorded during a visit, or on an employer’s page.",
		action: "Log a visit",
	},
};
