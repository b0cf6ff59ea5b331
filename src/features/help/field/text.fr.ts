import type { Article } from "../article.ts";
import type { TopicOf } from "../topics.ts";

export const fr: { pages: Record<TopicOf<"field">, Article> } = {
	pages: {
		"consigner-une-visite": {
			title: "Consigner une visite",
			lead: "En moins d’une minute, au téléphone s’il le faut\u00A0; le rapport se complète plus tard.",
			alsoFoundBy: "rencontre appel note d’intervention terrain saisie rapide planifier",
			body: [
				{
					steps: [
						"Appuyez sur «\u00A0Consigner une visite\u00A0» ({V}).",
						"Choisissez l’employeur\u00A0: les plus récents viennent en premier\u00A0; un bout de nom, de ville ou de NEQ suffit.",
						"Vérifiez le type et la date. Une date à venir planifie la visite.",
						"Écrivez l’essentiel en une ligne, et la prochaine étape s’il y en a une.",
						"«\u00A0Enregistrer\u00A0» ({Ctrl+Entrée}). La visite est un brouillon\u00A0: [terminez le rapport](terminer-un-rapport) quand vous aurez le temps.",
					],
				},
				{ note: "Si le service ne répond pas, votre saisie est gardée sur l’appareil. Elle est encore là quand vous revenez à cette page." },
				{ heading: "Ce qui se note, et ce qui ne se note pas" },
				"Des faits, pas d’opinion sur une personne\u00A0; aucun renseignement de santé, d’origine ou de statut d’une personne nommée.",
			],
		},
		"terminer-un-rapport": {
			title: "Terminer un rapport de visite",
			lead: "Compléter le brouillon, comprendre ce qui manque, corriger après coup.",
			alsoFoundBy: "brouillon complément verrouillé corriger annuler visite compléter",
			body: [
				"Le rapport s’enregistre à mesure que vous écrivez\u00A0; l’état est affiché en tête. À côté, les sections disent combien de réponses manquent.",
				{
					steps: [
						"Remplissez l’en-tête, les besoins, les solutions discutées, les outils, la synthèse et les prochaines étapes. Une ligne complète devient aussitôt un besoin, un suivi ou un usage sur la fiche de l’employeur.",
						"Appuyez sur «\u00A0Terminer\u00A0». S’il manque quelque chose, Jalon le dit à côté du champ, et rien n’est perdu.",
						"Relisez les suivis proposés, changez-les ou retirez-les, puis confirmez.",
					],
				},
				{ heading: "Après" },
				{
					list: [
						"Pendant 30\u00A0jours, «\u00A0Corriger\u00A0» rouvre le rapport.",
						"Ensuite il est verrouillé\u00A0: «\u00A0Ajouter un complément\u00A0» le précise, daté et signé.",
						"«\u00A0Annuler la visite\u00A0» demande pourquoi et retire les besoins et les suivis que personne n’a encore traités.",
					],
				},
			],
		},
		"noter-un-besoin": {
			title: "Noter un besoin de main-d’œuvre",
			lead: "Profession, nombre de postes, salaire, français demandé\u00A0: dans un rapport ou sur la fiche.",
			alsoFoundBy: "poste CNP profession recrutement embauche pourvu",
			body: [
				{
					steps: [
						"Dans le rapport de visite, «\u00A0Ajouter un besoin\u00A0»\u00A0; ou, sur la fiche de l’employeur, l’onglet «\u00A0Besoins\u00A0».",
						"Cherchez la profession par son titre ou son code de la CNP 2021.",
						"Indiquez le nombre de postes. Le reste peut attendre.",
					],
				},
				"À mesure que des postes sont pourvus ou abandonnés, modifiez le besoin\u00A0: les postes ouverts se recalculent partout où ils sont affichés.",
				"La page «\u00A0Besoins\u00A0» réunit ceux de toute la région et se filtre par profession, MRC ou état.",
			],
		},
		"faire-avancer-un-dossier": {
			title: "Faire avancer un dossier",
			lead: "Déplacer une carte sur le tableau, répondre aux critères d’une étape, revenir en arrière.",
			alsoFoundBy: "kanban étape pipeline glisser déplacer critère preuve couloirs",
			body: [
				"Chaque colonne est une étape de l’accompagnement, avec le nombre de dossiers et de postes. Une carte se glisse à la souris, ou se déplace par son menu ({M}).",
				"«\u00A0Couloirs\u00A0» range les cartes par personne ou par point de service\u00A0; un couloir se replie, et les comptes restent ceux de toute la colonne.",
				{ heading: "Quand il manque un critère" },
				"Le dossier ne bouge pas et Jalon dit ce qui manque. Consignez-le (une visite, un besoin…), ou écrivez dans le dialogue ce qui s’est passé et quand\u00A0: cette preuve reste au dossier.",
				{ heading: "Revenir à une étape" },
				"C’est permis\u00A0; la raison est demandée et demeure dans l’historique.",
				{ heading: "Un dossier qui «\u00A0dort\u00A0»" },
				"Aucune trace de travail depuis plus longtemps que l’étape ne le permet. Une visite, un suivi ou un déplacement le réveille\u00A0; s’il attend pour une bonne raison, [mettez-le en pause](mettre-en-pause-ou-fermer).",
			],
		},
		"mettre-en-pause-ou-fermer": {
			title: "Mettre en pause, fermer ou rouvrir un dossier",
			lead: "Une pause a une date de réveil\u00A0; une fermeture a une raison\u00A0; un employeur qui revient ouvre un nouveau dossier.",
			alsoFoundBy: "suspendre réveil clore fermeture reprise archiver désarchiver",
			body: [
				{ heading: "Mettre en pause" },
				"Dans le menu de la carte, «\u00A0Mettre en pause…\u00A0»\u00A0: une raison et une date de réveil, dans six mois au plus. Le dossier ne dort pas pendant la pause et revient de lui-même ce jour-là. «\u00A0Réveiller le dossier\u00A0» y met fin plus tôt.",
				{ heading: "Fermer" },
				{
					steps: [
						"Dans le menu de la carte, «\u00A0Fermer le dossier…\u00A0».",
						"Choisissez la raison.",
						"S’il reste des suivis ouverts, dites ce que chacun devient\u00A0: fait, sans suite, ou confié à quelqu’un.",
					],
				},
				{ heading: "Quand l’employeur revient" },
				"Un dossier fermé ne se rouvre pas\u00A0: «\u00A0Rouvrir par un nouveau dossier\u00A0» en ouvre un autre, lié à l’ancien qui garde son histoire.",
				{ heading: "Quand l’employeur n’est plus accompagné" },
				"Sur sa fiche, «\u00A0Archiver…\u00A0»\u00A0: une raison, et ce que deviennent son dossier et ses suivis ouverts. Il sort des listes et des comptes\u00A0; le filtre «\u00A0Archivés\u00A0» le montre encore, et «\u00A0Désarchiver\u00A0» le ramène.",
			],
		},
		suivis: {
			title: "Tenir sa journée et ses suivis",
			lead: "Ce qui est à faire, par qui et pour quand\u00A0: aujourd’hui, cette semaine, ou en liste.",
			alsoFoundBy: "tâche rappel échéance retard reporter ma journée agenda semaine récurrent responsable",
			body: [
				{ heading: "Ma journée" },
				"Quatre colonnes\u00A0: les visites du jour, ce qui est en retard ou dû, les réponses attendues, et ce qui est à surveiller. Les flèches vont d’un élément à l’autre\u00A0; {Entrée} ouvre.",
				{ heading: "Faire, reporter" },
				{
					keys: [
						["F", "Marquer le suivi comme fait"],
						["R", "Reporter\u00A0: demain, lundi, dans deux semaines ou une autre date, avec la raison"],
					],
				},
				"«\u00A0Annuler\u00A0» revient en arrière. Un suivi récurrent, une fois fait, laisse sa prochaine occurrence.",
				{ heading: "Liste et semaine" },
				"La page «\u00A0Suivis\u00A0» s’ouvre sur les vôtres. «\u00A0Semaine\u00A0» les range par jour, avec les jours fériés\u00A0: glissez un suivi, ou {Maj} et une flèche, pour changer son jour.",
				"Un suivi naît d’un rapport de visite, ou s’ajoute à la main\u00A0; il peut avoir plusieurs responsables. Sa provenance est indiquée.",
			],
		},
		outils: {
			title: "Portail employeurs et Journées Québec",
			lead: "Noter ce que l’employeur a fait avec les outils, et retrouver qui ne s’en sert pas.",
			alsoFoundBy: "mission compte usage Arrima recrutement international",
			body: [
				"Un usage se note dans le rapport de visite, ou sur la fiche, onglet «\u00A0Portail et Journées Québec\u00A0», «\u00A0Ajouter un usage\u00A0»\u00A0: l’outil, le geste (compte ouvert, recherche, offre, inscription à une mission…), la date, et si l’employeur le déclare ou si un extrait de données le montre.",
				"L’état du compte en découle\u00A0: pas de compte, jamais utilisé, actif, inactif. La liste des employeurs se filtre par cet état.",
			],
		},
	},
};
