import type { Article } from "../article.ts";
import type { TopicOf } from "../topics.ts";

export const fr: { pages: Record<TopicOf<"office">, Article> } = {
	pages: {
		"lire-le-tableau-de-bord": {
			title: "Lire le tableau de bord",
			lead: "Chaque nombre a sa règle, et ouvre la liste qui en a exactement autant.",
			alsoFoundBy: "indicateur statistique entonnoir gestionnaire rapport chiffres période exercice trimestre",
			body: [
				{
					list: [
						"La période (exercice, trimestre, mois ou libre) et la date de lecture sont en tête, et dans l’adresse\u00A0: un lien envoyé montre les mêmes chiffres.",
						"Un nombre est un lien\u00A0: la liste qu’il ouvre a ce nombre de lignes.",
						"Chaque chiffre est comparé à la période égale d’avant, et sa règle s’affiche à côté.",
						"Un graphique a toujours son tableau, d’un clic. «\u00A0Imprimer\u00A0» donne une version papier.",
					],
				},
				{ note: "La charge est celle des dossiers ouverts, par ordre alphabétique\u00A0: ce n’est pas un classement." },
			],
		},
		"passer-un-portefeuille": {
			title: "Passer un portefeuille",
			lead: "Un congé, un départ\u00A0: confier les employeurs d’une personne à d’autres, d’un seul geste réversible.",
			alsoFoundBy: "passation transfert départ congé réattribuer remplacer relève",
			body: [
				{
					steps: [
						"Page «\u00A0Passations\u00A0», «\u00A0Nouvelle passation\u00A0»\u00A0: choisissez de qui, à qui, la raison et la date.",
						"Vérifiez ce qui change de mains\u00A0: employeurs, dossiers ouverts, suivis ouverts, visites à venir ou en brouillon, aiguillages reçus en cours (qui sont à recevoir de nouveau). Le portefeuille peut se partager par MRC ou par employeur.",
						"Confirmez.",
					],
				},
				"Les visites passées gardent leur équipe. La passation s’annule tout de suite, ou plus tard depuis sa page.",
			],
		},
		"gerer-les-personnes": {
			title: "Gérer les personnes et les accès",
			lead: "Ajouter une personne, lui donner un rôle et un mot de passe provisoire, fermer son accès.",
			alsoFoundBy: "utilisateur compte rôle droits désactiver inviter permission",
			body: [
				{
					steps: [
						"Réglages, «\u00A0Personnes\u00A0», «\u00A0Ajouter une personne\u00A0»\u00A0: son nom, son adresse courriel, son rôle et son point de service.",
						"Remettez-lui de vive voix le mot de passe provisoire\u00A0: il n’est montré qu’une fois, et elle le changera.",
					],
				},
				{ heading: "Les rôles" },
				{
					list: [
						"Conseillères et conseillers\u00A0: lisent la région, écrivent leurs employeurs et ceux de personne.",
						"Gestion\u00A0: lit et écrit toute la région, attribue, importe, suit le tableau de bord.",
						"Administration fonctionnelle\u00A0: les personnes et les réglages\u00A0; aucun accès aux notes sur les employeurs.",
						"Aide à l’intégration\u00A0: les références et l’Accompagnement Québec.",
						"Vérification\u00A0: le journal des accès, en lecture seule.",
					],
				},
				{ heading: "Quand une personne part" },
				"[Passez son portefeuille](passer-un-portefeuille), puis «\u00A0Désactiver le compte\u00A0»\u00A0: ses sessions se ferment aussitôt, et ce qu’elle a écrit demeure à son nom.",
				{ heading: "Le courriel" },
				"La page «\u00A0Courriel\u00A0» dit combien de résumés du jour sont partis et, si l’envoi échoue, pourquoi et quand il sera repris. Chaque personne choisit le sien dans «\u00A0Résumé du jour\u00A0».",
				{ heading: "Les accès" },
				"La page «\u00A0Accès\u00A0» dit quels comptes ont été ouverts, modifiés ou bloqués, et quand.",
			],
		},
		sauvegarder: {
			title: "Sauvegarder et restaurer",
			lead: "Une copie se fait chaque jour\u00A0; voici où elle est et comment s’en servir.",
			alsoFoundBy: "backup copie restauration panne disque serveur mise à jour",
			body: [
				"Ces gestes se font sur le serveur, par les personnes qui l’exploitent.",
				{
					list: [
						"Jalon copie sa base chaque jour et garde les quatorze dernières copies. «\u00A0npm run backup\u00A0» en fait une de plus, sans interrompre le travail.",
						"Rangez une copie sur une autre machine\u00A0: à côté des données, elle ne survit pas au disque. Elle contient des renseignements personnels.",
						"«\u00A0npm run restore\u00A0», Jalon arrêté, remet une copie dans une base vide. Une copie abîmée est refusée, et rien ne change.",
					],
				},
				{ note: "Pour une erreur de saisie, nul besoin d’une sauvegarde\u00A0: [annuler et historique](annuler-et-historique) suffit." },
			],
		},
	},
};
