export const fr = {
	title: "Aide",
	search: { label: "Chercher dans l’aide", placeholder: "Que voulez-vous faire\u00A0?" },
	chapters: {
		start: "Premiers pas et repères",
		field: "Le travail de terrain",
		tools: "Le Portail, les missions et l’immigration",
		lists: "Fiches, listes et fichiers",
		office: "Gestion et administration",
	},
	found: { one: "page trouvée", other: "pages trouvées" },
	nothing: {
		title: "Aucune page ne parle de cela",
		text: "Essayez un autre mot\u00A0: «\u00A0visite\u00A0», «\u00A0doublon\u00A0», «\u00A0mot de passe\u00A0»…",
	},
	unseen: "nouveau",
	results: "Résultats",
	all: "Toute l’aide",
	openPage: "Ouvrir en pleine page",
	news: "Quoi de neuf",
};
