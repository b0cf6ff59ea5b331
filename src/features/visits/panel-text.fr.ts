export const fr = {
	title: "Visites",
	columns: { occurredOn: "Date", mode: "Forme", headline: "En bref", advisers: "Équipe", needs: "Besoins", status: "État" },
	failed: "Les visites n’ont pas pu être lues.",
	none: { title: "Aucune visite consignée", text: "La première prend moins d’une minute." },
	logVisit: "Consigner une visite",
	more: (count: number) => `Voir les ${count} visites`,
};
