export const fr = {
	title: "Outils et francisation",
	caption: "Usages du Portail employeurs et des Journées Québec, étapes de la francisation",
	search: { label: "Chercher un usage par employeur", placeholder: "Chercher par employeur" },
	facets: "Filtrer les usages",
	columns: { employer: "Employeur", tool: "Outil ou mission", event: "Usage", quantity: "Nombre", occurred: "Date", source: "Source" },
	uses: { one: "usage", other: "usages" },
	fields: {
		employerId: "Employeur",
		employerName: "Employeur",
		tool: "Outil",
		event: "Usage",
		source: "Source",
		mission: "Mission",
		occurredOn: "Date",
		quantity: "Nombre",
	},
	values: {
		tool: { employerPortal: "Portail employeurs", journeesQuebec: "Journées Québec", francisation: "Francisation" },
		source: { declared: "Déclaré par l’employeur", extract: "Extrait du ministère" },
	},
	sources: { declared: "Déclaré", extract: "Extrait" },
	missing: { mission: "Sans mission", other: "non précisé" },
	none: {
		title: "Aucun usage pour l’instant",
		text: "Un compte au Portail, une recherche, une mission, une étape de la francisation\u00A0: cela se consigne pendant une visite, ou sur la fiche d’un employeur.",
		action: "Consigner une visite",
	},
};
