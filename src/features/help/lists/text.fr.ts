import type { Article } from "../article.ts";
import type { TopicOf } from "../topics.ts";

export const fr: { pages: Record<TopicOf<"lists">, Article> } = {
	pages: {
		"fiche-employeur": {
			title: "Lire et modifier une fiche d’employeur",
			lead: "Tout sur un employeur\u00A0: le fil, les besoins, les dossiers, les visites, les personnes à joindre.",
			alsoFoundBy: "ajouter employeur entreprise NEQ contact personne-ressource adresse",
			body: [
				"L’en-tête réunit l’essentiel\u00A0: NEQ, secteur, taille, MRC, conseillère ou conseiller, étape. L’onglet «\u00A0Fil\u00A0» raconte tout dans l’ordre et se filtre par sorte.",
				{ heading: "Ajouter un employeur" },
				"Page «\u00A0Employeurs\u00A0», «\u00A0Ajouter\u00A0»\u00A0: son nom et sa municipalité suffisent. Pour plusieurs à la fois, [importez un fichier](importer-des-employeurs).",
				{ heading: "Modifier à deux" },
				"Si une autre personne change la même fiche pendant que vous écrivez, Jalon réunit vos modifications. Quand vous avez changé le même champ, il montre les deux valeurs et vous choisissez.",
				{ heading: "Personnes-ressources" },
				"Coordonnées professionnelles seulement. Une personne peut être marquée comme celle à joindre en premier.",
			],
		},
		"rechercher-et-filtrer": {
			title: "Rechercher et filtrer",
			lead: "Sans accents ni majuscules, par nom, NEQ, ville, personne ou téléphone\u00A0; puis réduire par facettes.",
			alsoFoundBy: "recherche trouver facette tri filtre accent palette Ctrl K",
			body: [
				"La recherche ignore les accents, les apostrophes, «\u00A0St\u00A0» ou «\u00A0Saint\u00A0», «\u00A0inc.\u00A0» et «\u00A0ltée\u00A0». Un NEQ ou un téléphone se cherche avec ou sans espaces.",
				{ heading: "Filtrer" },
				{
					list: [
						"À côté de la liste, chaque choix dit combien de lignes il laisse.",
						"Deux choix d’une même facette s’additionnent\u00A0; deux facettes se combinent.",
						"Les filtres en vigueur sont au-dessus de la liste\u00A0; une croix en retire un.",
					],
				},
				{ heading: "Trier" },
				"Un clic sur un en-tête trie\u00A0; {Maj} + clic ajoute un second tri.",
				{ note: "Le filtre est dans l’adresse\u00A0: gardez-la dans vos favoris pour y revenir." },
			],
		},
		"importer-des-employeurs": {
			title: "Importer des employeurs",
			lead: "Un fichier Excel ou CSV, vérifié en entier avant que rien ne soit écrit, et qui s’annule.",
			alsoFoundBy: "xlsx csv tableur téléverser fichier doublon colonnes modèle import CNP Statistique Canada professions appellations",
			body: [
				{
					steps: [
						"Page «\u00A0Employeurs\u00A0», «\u00A0Importer\u00A0». Déposez votre fichier, ou téléchargez d’abord le modèle.",
						"Vérifiez les colonnes\u00A0: Jalon a deviné ce que contient chacune\u00A0; corrigez au besoin.",
						"Regardez le résultat de la vérification\u00A0: à ajouter, à mettre à jour, identiques, en erreur. Les numéros de ligne sont ceux d’Excel.",
						"Décidez pour toutes les lignes d’une sorte, ou une à une\u00A0: ajouter, mettre à jour ou ignorer.",
						"Appliquez. Vous pouvez quitter la page\u00A0: le travail continue, et vous la retrouverez dans «\u00A0Importations\u00A0».",
					],
				},
				{ heading: "Les doublons" },
				"Un employeur déjà connu est reconnu par son NEQ, par son nom et sa municipalité, par son téléphone ou par son site Web. Jalon montre lequel, pourquoi, et ce qui changerait.",
				{ heading: "Les lignes en erreur" },
				"La ligne, la colonne et la raison sont dites en mots. «\u00A0Télécharger les lignes en erreur\u00A0» donne un fichier à corriger, puis à importer à son tour.",
				{ heading: "Toute la CNP" },
				"La gestion peut importer, sous «\u00A0CNP 2021\u00A0», les fichiers de Statistique Canada\u00A0: la structure d’abord, puis les éléments, en français et en anglais. Une profession se trouve ensuite par chacune de ses appellations.",
				{ heading: "Annuler une importation" },
				"«\u00A0Annuler l’importation\u00A0» retire ce qui a été ajouté et remet ce qui a été modifié. Ce qu’une personne a changé depuis n’est pas touché\u00A0: ces fiches sont énumérées, avec un lien.",
			],
		},
		"exporter-et-imprimer": {
			title: "Exporter une liste, imprimer une fiche",
			lead: "Un fichier de toutes les lignes filtrées, et une fiche qui se lit sur papier.",
			alsoFoundBy: "csv tableur excel télécharger impression pdf papier",
			body: [
				{ heading: "Exporter" },
				"Dans une liste, «\u00A0Exporter (CSV)\u00A0» enregistre toutes les lignes du filtre en vigueur, pas seulement celles à l’écran. Le fichier s’ouvre dans Excel, accents compris.",
				{ heading: "Imprimer" },
				"«\u00A0Imprimer\u00A0», sur une fiche ou un rapport, ou la commande de votre navigateur\u00A0: la navigation et les boutons disparaissent, rien n’est coupé.",
				{ note: "Un fichier exporté sort de Jalon\u00A0: rangez-le là où les renseignements sont protégés, et supprimez-le quand il ne sert plus." },
			],
		},
		"annuler-et-historique": {
			title: "Annuler, et retrouver ce qui a changé",
			lead: "Presque tout s’annule\u00A0; l’historique dit qui a changé quoi, quand, et permet de le rétablir.",
			alsoFoundBy: "erreur revenir restaurer rétablir journal version qui a modifié",
			body: [
				{ heading: "Tout de suite" },
				"Après une action, un avis offre «\u00A0Annuler\u00A0» ({Ctrl+Z}). Si quelqu’un a changé la même chose entre-temps, Jalon le dit et ne touche à rien.",
				{ heading: "Plus tard" },
				{
					steps: [
						"Ouvrez «\u00A0Historique\u00A0» sur la fiche, le dossier, le rapport, le besoin ou le suivi.",
						"Filtrez par personne, par champ ou par jour.",
						"«\u00A0Rétablir ce champ\u00A0» ou «\u00A0Rétablir cette version\u00A0»\u00A0: c’est une modification comme une autre, qui s’annule aussi.",
					],
				},
				"Rien ne s’efface de l’historique\u00A0: une correction s’y ajoute.",
			],
		},
	},
};
