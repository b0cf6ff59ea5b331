import type { NewsEntry } from "../article.ts";

export const fr: { title: string; lead: string; entries: readonly NewsEntry[] } = {
	title: "Quoi de neuf",
	lead: "Ce qui a changé dans Jalon, du plus récent au plus ancien.",
	entries: [
		{
			on: "2026-11-27",
			title: "De l’embauche à l’arrivée",
			items: [
				"Une [mission](missions) à venir dit quels employeurs inviter, et un besoin quel outil lui convient, chacun avec sa raison\u00A0; les règles se changent.",
				"[Immigration](immigration)\u00A0: chaque personne embauchée se suit sous un surnom, étape par étape\u00A0; les délais se lisent par parcours.",
				"Les [étapes d’une embauche](immigration) appellent leurs suivis, jusqu’au renouvellement du permis\u00A0; la rétention se note à 1, 3, 6 et 12\u00A0mois et se lit au tableau de bord.",
				"La [fiche d’un employeur](missions) dit ce que chaque mission lui a donné, où en est chaque personne embauchée et quel permis est à renouveler d’abord\u00A0; le tableau de bord compte les missions une à une.",
				"À l’arrivée, [Accompagnement Québec](aiguillages) est signalé au point de services\u00A0: une personne qui consent, ou un nombre seulement.",
				"Les [missions](missions) ont leurs suivis d’elles-mêmes le lendemain de leur fin, et leurs résultats s’importent d’un fichier.",
				"La [CNP entière](importer-des-employeurs) s’importe des fichiers de Statistique Canada\u00A0: une profession se trouve par toutes ses appellations.",
			],
		},
		{
			on: "2026-11-27",
			title: "Les besoins, du premier poste au dernier",
			items: [
				"[Chaque besoin](noter-un-besoin) a sa page\u00A0: qui a comblé combien de postes, quand et par quelle voie, et ce qu’il en reste, aujourd’hui ou à une autre date.",
				"Haut ou bas salaire et traitement simplifié, dits à la date du besoin\u00A0; le logement se note et se filtre.",
				"Une profession se trouve comme on la dit, «\u00A0soudeuse\u00A0» ou «\u00A0préposé aux bénéficiaires\u00A0», sans réseau aussi.",
				"«\u00A0Professions\u00A0», dans [Besoins](noter-un-besoin), croise les postes à combler par profession, par MRC et par secteur.",
			],
		},
		{
			on: "2026-11-27",
			title: "Les missions des Journées Québec",
			items: [
				"Le [calendrier des missions](missions), les employeurs inscrits étape par étape, les postes offerts, jamais promis deux fois.",
				"Les résultats se tapent ou se collent dans une grille\u00A0; l’entonnoir se lit à n’importe quelle date, et les missions se comparent.",
			],
		},
		{
			on: "2026-11-27",
			title: "Portail employeurs",
			items: [
				"Le [Portail employeurs](outils) a sa page\u00A0: de l’ouverture du compte à son usage, qui relancer, à la date voulue\u00A0; chaque étape se note d’une touche sur la fiche.",
				"L’[extrait du ministère](outils) s’importe\u00A0; les employeurs non reconnus se rapprochent à la main.",
			],
		},
		{
			on: "2026-11-26",
			title: "L’aide, l’importation et les premiers pas",
			items: [
				"Le [questionnaire annuel](questionnaire-et-signaux), les signaux qu’il relève et leur protocole, dans une liste de la région\u00A0; les vocabulaires se règlent.",
				"Vos visites dans [votre calendrier](mon-calendrier)\u00A0; une invitation déposée sur la page devient une visite.",
				"Un [résumé du jour](suivis), dans Jalon et par courriel\u00A0: chaque fait une seule fois, à l’heure que vous choisissez.",
				"{V} consigne une visite sans quitter la page, en six touches\u00A0; les [tournées](consigner-une-visite) montrent qui n’a pas été vu depuis longtemps, sur une carte, et planifient les visites.",
				"Des [documents](joindre-un-document) se joignent aux employeurs, aux visites et aux dossiers\u00A0: fichiers déposés, photos prises au téléphone.",
				"[Sans réseau](travailler-sans-reseau)\u00A0: vos employeurs et vos rapports commencés s’ouvrent, et tout ce que vous écrivez attend sur l’appareil, chiffré.",
				"[Après une visite](terminer-un-rapport)\u00A0: courriel de synthèse, engagements pris et page de préparation de la prochaine.",
				"Une aide en français, qui s’ouvre à la page de ce que vous êtes en train de faire.",
				"[Importer des employeurs](importer-des-employeurs) d’un fichier Excel ou CSV, avec vérification avant d’écrire et annulation.",
				"[Fermer un dossier](mettre-en-pause-ou-fermer) dit ce que devient chaque suivi\u00A0; un employeur s’archive et revient\u00A0; le tableau se range en couloirs.",
				"[Passer un portefeuille](passer-un-portefeuille) d’une personne à d’autres, d’un seul geste réversible.",
				"«\u00A0Ma journée\u00A0», la semaine des [suivis](suivis) et les reports d’une touche.",
				"Les [aiguillages](aiguillages)\u00A0: envoyés avec le consentement, reçus, suivis jusqu’au résultat.",
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
