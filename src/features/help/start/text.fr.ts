import type { Article } from "../article.ts";
import type { TopicOf } from "../topics.ts";

export const fr: { pages: Record<TopicOf<"start">, Article> } = {
	pages: {
		"se-connecter": {
			title: "Se connecter et protéger son compte",
			lead: "Ouvrir une session, changer son mot de passe, reprendre son travail après une absence.",
			alsoFoundBy: "connexion mot de passe oublié déconnexion verrouillé session expirée",
			body: [
				{ heading: "La première fois" },
				{
					steps: [
						"L’administration fonctionnelle vous remet un mot de passe provisoire, de vive voix.",
						"Entrez votre adresse courriel et ce mot de passe, puis «\u00A0Ouvrir la session\u00A0».",
						"Choisissez votre propre mot de passe\u00A0: au moins 12\u00A0caractères. Une courte phrase se retient mieux qu’un mot compliqué.",
					],
				},
				{ heading: "Mot de passe oublié" },
				"L’administration fonctionnelle peut vous en donner un autre, provisoire. Personne ne peut lire le vôtre.",
				{ heading: "Après une absence" },
				"Sans un geste de votre part, la session se ferme\u00A0; un avis paraît deux minutes avant. La page reste en place avec ce que vous étiez en train d’écrire\u00A0: ouvrez la session de nouveau et continuez.",
				{ heading: "Sur un autre appareil" },
				"«\u00A0Mon compte\u00A0», dans le menu à votre nom, montre où votre session est ouverte et ferme les autres d’un seul geste.",
			],
		},
		"premiers-pas": {
			title: "Mettre un bureau en place",
			lead: "Du premier compte d’administration à un bureau qui fonctionne, en quelques minutes.",
			alsoFoundBy: "installation démarrage configuration liste de départ démonstration vide",
			body: [
				"Après la création du premier compte d’administration, Jalon propose trois portes.",
				{
					list: [
						"«\u00A0Charger la démonstration\u00A0»\u00A0: une région fictive, ses employeurs et ses gens, pour essayer. On ne la retire qu’en recommençant avec une base vide.",
						"«\u00A0Importer mes employeurs\u00A0»\u00A0: un fichier Excel ou CSV, vérifié ligne par ligne avant que rien ne soit écrit. L’importation revient à la gestion et au conseil\u00A0: ajoutez d’abord cette personne. Voir [importer des employeurs](importer-des-employeurs).",
						"«\u00A0Commencer sans données\u00A0»\u00A0: les employeurs s’ajoutent un à un.",
					],
				},
				{ heading: "La liste de départ" },
				"Elle montre ce qui reste à mettre en place, d’après ce qui est réellement dans Jalon\u00A0: les personnes, les employeurs, leur attribution, les dossiers et les visites. Chaque ligne mène là où la chose se fait. Quand elle ne sert plus, masquez-la.",
			],
		},
		reperes: {
			title: "Trouver ses repères à l’écran",
			lead: "La navigation, l’affichage, la langue, et les adresses qu’on peut s’envoyer.",
			alsoFoundBy: "thème sombre anglais langue densité menu interface téléphone lien partager",
			body: [
				{
					list: [
						"À gauche, les pages de votre rôle\u00A0; au téléphone, elles sont en bas, et «\u00A0Plus\u00A0» montre le reste. «\u00A0Réduire la navigation\u00A0» donne plus de place aux tableaux.",
						"En haut, «\u00A0Consigner une visite\u00A0» est toujours là ({V}).",
						"Le menu à votre nom change la langue, le thème clair ou sombre, et l’affichage confortable ou compact.",
					],
				},
				{ heading: "L’adresse est l’état de la page" },
				"Filtres, tri, recherche et fiche ouverte sont dans l’adresse. Copiez-la dans un courriel\u00A0: la personne qui l’ouvre voit la même chose, dans les limites de ses droits.",
				{ heading: "Quand une ou un collègue enregistre" },
				"La fiche que vous lisez se met à jour d’elle-même. Une liste, elle, ne bouge pas sous vos yeux\u00A0: une ligne annonce les nouveautés, et «\u00A0Afficher\u00A0» les montre.",
			],
		},
		"raccourcis-clavier": {
			title: "Travailler au clavier",
			lead: "Tout se fait sans souris\u00A0; voici les touches qui font gagner du temps.",
			alsoFoundBy: "shortcuts touches hotkeys accessibilité lecteur d’écran",
			body: [
				{ heading: "Partout" },
				{
					keys: [
						["V", "Consigner une visite"],
						["Ctrl+K", "Chercher un employeur, une personne, un dossier, un besoin, ou une action à faire ici"],
						["Ctrl+Z", "Annuler la dernière action, tant que son avis est affiché"],
						["?", "Voir tous les raccourcis"],
						["Échap", "Fermer le panneau ou le dialogue"],
					],
				},
				{ heading: "Dans une liste" },
				{
					keys: [
						["↑ ↓", "D’une ligne à l’autre"],
						["Entrée", "Ouvrir la ligne"],
						["Maj + clic sur un en-tête", "Ajouter un second tri"],
					],
				},
				{ heading: "Sur le tableau des dossiers" },
				{
					keys: [
						["← → ↑ ↓", "D’une carte à l’autre"],
						["M", "Actions et déplacements de la carte"],
						["Espace", "Voir le dossier sans quitter le tableau"],
					],
				},
				{ heading: "En consignant une visite" },
				{ keys: [["Ctrl+Entrée", "Enregistrer"]] },
				{ note: "Une lettre seule n’agit jamais pendant que vous écrivez dans un champ." },
			],
		},
	},
};
