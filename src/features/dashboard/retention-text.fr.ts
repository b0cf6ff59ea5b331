export const fr = {
	title: "Rétention",
	aside: "encore en emploi, après l’entrée en poste",
	caption: "Part des personnes encore en emploi après 3, 6 et 12\u00A0mois, et part de celles dont on ne le sait pas",
	columns: { after: "Après", rate: "Rétention", known: "Connu pour", unknown: "Inconnu" },
	months: { one: "mois", other: "mois" },
	openKnown: (count: string, after: string) => `Rétention connue pour ${count} après ${after}`,
	openUnknown: (share: string, count: string, after: string) => `${share}, rétention inconnue pour ${count} après ${after}`,
};
