export const fr = {
	title: "Prochaines étapes",
	markDone: "Marquer comme fait",
	all: (count: number) => `Voir les ${count} suivis`,
	failed: "Les suivis n’ont pas pu être lus.",
	none: { title: "Aucune prochaine étape", text: "Une visite consignée en propose une." },
};
