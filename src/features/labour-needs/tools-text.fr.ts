export const fr = {
	title: "Outil suggéré",
	none: "Aucune règle de la direction ne convient à ce besoin.",
	noneOpen: "Aucun poste n’est ouvert\u00A0: il n’y a rien à suggérer.",
	on: (day: string) => `le ${day}`,
	until: (day: string, deadline: string) => `le ${day}, inscription jusqu’au ${deadline}`,
	failed: "Les suggestions n’ont pas pu être lues.",
};
