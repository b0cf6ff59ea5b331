export const fr = {
	title: "Prochaines étapes",
	markDone: "Marquer comme fait",
	all: (count: number) => `Voir les ${count} suivis`,
	failed: "Les suivis n’ont pas pu être lus.",
	none: { title: "Aucune prochaine étape", text: "Une visite consignée en propose une." },
	promises: {
		title: "Engagements pris",
		open: "Engagements à tenir",
		states: {
			late: () => "en retard",
			toCome: () => "à venir",
			kept: (count: number): string => (count < 2 ? "tenu" : "tenus"),
			givenUp: (count: number): string => (count < 2 ? "abandonné" : "abandonnés"),
		},
		none: { title: "Aucun engagement", text: "Cochez «\u00A0Engagement pris envers l’employeur\u00A0» à une prochaine étape de la visite." },
	},
};
