import type { NewsEntry } from "../article.ts";

export const fr: { title: string; lead: string; entries: readonly NewsEntry[] } = {
	title: "Quoi de neuf",
	lead: "Ce qui a changé dans Jalon, du plus récent au plus ancien.",
	entries: [
		{
			on: "2026-11-26",
			title: "L’aide, l’importation et les premiers pas",
			items: [
				"Une aide en français, qui s’ouvre à la page de ce que vous êtes en train de faire.",
				"[Importer des employeurs](importer-des-employeurs) d’un fichier Excel ou CSV, avec vérification avant d’écrire et annulation.",
				"[Fermer un dossier](mettre-en-pause-ou-fermer) dit ce que devient chaque suivi\u00A0; un employeur s’archive et revient\u00A0; le tableau se range en couloirs.",
				"[Passer un portefeuille](passer-un-portefeuille) d’une personne à d’autres, d’un seul geste réversible.",
				"«\u00A0Ma journée\u00A0», la semaine des [suivis](suivis) et les reports d’une touche.",
				"{Ctrl+K} cherche partout et propose les actions de la page\u00A0; {?} montre les raccourcis.",
				"À la première ouverture, trois portes et une [liste de départ](premiers-pas).",
			],
		},
		{
			on: "2026-11-24",
			title: "Historique, annulation et travail à plusieurs",
			items: [
				"«\u00A0Annuler\u00A0» après chaque action, et un [historique](annuler-et-historique) qui permet de rétablir.",
				"Les fiches ouvertes se mettent à jour quand une ou un collègue enregistre\u00A0; les listes annoncent leurs nouveautés.",
				"Des comptes avec mot de passe, et la liste des endroits où [votre session](se-connecter) est ouverte.",
			],
		},
	],
};
