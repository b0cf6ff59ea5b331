export const fr = {
	title: "Journal des accès",
	caption: "Sessions ouvertes et changements aux comptes de la région",
	search: { label: "Chercher une personne par son nom", placeholder: "Chercher une personne" },
	facets: "Filtrer le journal des accès",
	columns: { when: "Date et heure", person: "Personne", kind: "Événement", actor: "Par" },
	events: { one: "événement", other: "événements" },
	herself: "Elle-même ou lui-même",
	house: "Jalon",
	period: { label: "Période", week: "7\u00A0jours", month: "30\u00A0jours", all: "Tout" },
	fields: { seq: "Date et heure", on: "Date", personId: "Personne", personName: "Personne", kind: "Événement", actorId: "Par" },
	values: {
		kind: {
			opened: "Compte ouvert",
			signedIn: "Session ouverte",
			passwordChanged: "Mot de passe changé",
			passwordIssued: "Mot de passe provisoire donné",
			disabled: "Compte désactivé",
			enabled: "Compte réactivé",
			calendarOpened: "Adresse de calendrier créée",
			calendarRevoked: "Adresse de calendrier révoquée",
		},
	},
	missing: { actorId: "Jalon", other: "non précisé" },
	none: {
		title: "Aucun accès pour l’instant",
		text: "Chaque session ouverte, chaque mot de passe donné ou changé, chaque compte désactivé s’inscrit ici de lui-même.",
	},
};
