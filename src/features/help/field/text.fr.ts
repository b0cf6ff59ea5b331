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
				{ note: "Si le service ne répond pas, votre saisie est gardée sur l’appareil. Voyez [Travailler sans réseau](travailler-sans-reseau)." },
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
						"Si un texte semble contenir un NAS, un numéro de permis, ou la santé ou l’origine d’une personne nommée, Jalon demande s’il faut le garder avant de l’enregistrer.",
						"Appuyez sur «\u00A0Terminer\u00A0». S’il manque quelque chose, Jalon le dit à côté du champ, et rien n’est perdu.",
						"Relisez les suivis proposés, changez-les ou retirez-les, puis confirmez.",
					],
				},
				{ heading: "Après" },
				{
					list: [
						"«\u00A0Courriel de synthèse\u00A0» prépare le message à l’employeur\u00A0: corrigez-le, copiez-le ou ouvrez-le dans votre messagerie, puis dites qu’il est envoyé.",
						"Une étape cochée «\u00A0Engagement pris\u00A0» est suivie sur la fiche et passe en premier dans «\u00A0Ma journée\u00A0».",
						"Avant la prochaine visite, «\u00A0Préparer la visite\u00A0» réunit sur une page ce qu’il faut savoir et ce qu’il ne faut pas redemander.",
						"Pendant 30\u00A0jours, «\u00A0Corriger\u00A0» rouvre le rapport.",
						"Ensuite il est verrouillé\u00A0: «\u00A0Ajouter un complément\u00A0» le précise, daté et signé.",
						"«\u00A0Annuler la visite\u00A0» demande pourquoi et retire les besoins et les suivis que personne n’a encore traités.",
					],
				},
			],
		},
		"mon-calendrier": {
			title: "Mon calendrier et les invitations",
			lead: "Voir ses visites dans Outlook\u00A0; faire d’une invitation une visite, sans la retaper.",
			alsoFoundBy: "agenda outlook google ics eml courriel rendez-vous réunion abonnement adresse secrète",
			body: [
				{ heading: "Vos visites dans Outlook" },
				{
					steps: [
						"Ouvrez «\u00A0Mon compte\u00A0» dans le menu de votre nom, puis «\u00A0Mon calendrier\u00A0».",
						"Appuyez sur «\u00A0Créer l’adresse secrète\u00A0» et copiez-la\u00A0: elle n’est montrée qu’une fois.",
						"Dans Outlook, ajoutez un calendrier en vous abonnant à partir du web, et collez l’adresse.",
					],
				},
				"On y lit le nom de l’employeur et sa municipalité, et rien de ce que vous avez écrit. Si l’adresse a été vue par quelqu’un d’autre, changez-la ou révoquez-la\u00A0: l’ancienne ne répond plus.",
				{ heading: "Une invitation devient une visite" },
				{
					steps: [
						"Glissez le fichier .ics, ou le courriel enregistré en .eml, n’importe où sur la page\u00A0; ou appuyez sur «\u00A0Invitation (.ics)\u00A0» dans «\u00A0Visites\u00A0».",
						"Vérifiez l’employeur, la date, l’heure et le lieu.",
						"«\u00A0Planifier la visite\u00A0», ou «\u00A0Créer le brouillon\u00A0» si la rencontre a déjà eu lieu.",
					],
				},
				"La même invitation ne donne jamais deux visites. Reçue de nouveau avec une autre date, elle propose de déplacer la visite\u00A0; une visite complétée garde sa date.",
				{ note: "Le fichier est lu sur votre appareil. Ni les adresses des personnes invitées ni le corps du message ne sont conservés." },
			],
		},
		"travailler-sans-reseau": {
			title: "Travailler sans réseau",
			lead: "Ce que l’appareil garde, ce qui attend d’être envoyé, et ce que cela protège.",
			alsoFoundBy: "hors ligne connexion tunnel wifi synchroniser à synchroniser conflit appareil chiffrement cellulaire",
			body: [
				"Jalon s’installe sur votre appareil dès la première ouverture. Vos employeurs, leurs personnes-ressources, dossiers ouverts, besoins, suivis, dernières visites et les rapports que vous avez commencés y sont gardés, et rafraîchis tous les quarts d’heure tant que Jalon est ouvert. Au bas de la page, une ligne dit de quand datent les données quand le service ne répond pas.",
				{ heading: "Écrire" },
				{
					steps: [
						"Consignez vos visites, remplissez vos rapports, ajoutez ou réglez vos suivis et planifiez une tournée comme d’habitude.",
						"Ce qui attend porte «\u00A0À synchroniser\u00A0» dans les listes, et l’en-tête en dit le nombre.",
						"Au retour du réseau, tout part dans l’ordre, une seule fois. Vous n’avez rien à faire.",
					],
				},
				{ heading: "Ce qui attend" },
				{
					list: [
						"«\u00A0À synchroniser\u00A0» montre chaque écriture\u00A0: «\u00A0Réessayer\u00A0», «\u00A0Ouvrir\u00A0» pour corriger, ou «\u00A0Abandonner\u00A0».",
						"Si quelqu’un a modifié la même chose entre-temps, Jalon montre la valeur de départ, la vôtre et la sienne\u00A0: choisissez.",
						"Votre session est terminée\u00A0? Ouvrez-la de nouveau\u00A0: rien n’est perdu, et rien ne part dans la session de quelqu’un d’autre.",
					],
				},
				{ heading: "Ce que cela protège" },
				"Tout est chiffré, avec une clé qui ne quitte pas ce navigateur et s’efface après 14 jours sans contact avec le service, ou quand vous fermez la session. Cela ne protège pas d’une personne qui ouvre l’appareil à votre place\u00A0: verrouillez-le.",
				{ note: "En navigation privée, ou quand l’appareil est plein, rien n’est gardé\u00A0: Jalon le dit. Laissez alors la page ouverte jusqu’à l’envoi." },
			],
		},
		"noter-un-besoin": {
			title: "Noter un besoin de main-d’œuvre",
			lead: "Profession, nombre de postes, salaire, français demandé\u00A0: dans un rapport ou sur la fiche.",
			alsoFoundBy: "poste CNP profession recrutement embauche pourvu comblé mouvement voie seuil haut salaire traitement simplifié logement",
			body: [
				{
					steps: [
						"Dans le rapport de visite, «\u00A0Ajouter un besoin\u00A0»\u00A0; ou, sur la fiche de l’employeur, l’onglet «\u00A0Besoins\u00A0».",
						"Cherchez la profession comme vous la dites («\u00A0soudeuse\u00A0», «\u00A0préposé aux bénéficiaires\u00A0»), par son titre officiel, ou par son code de la CNP 2021 ou 2016\u00A0; sans réseau aussi.",
						"Indiquez le nombre de postes. Le reste peut attendre.",
					],
				},
				{ heading: "Des postes comblés, annulés ou ajoutés" },
				"Ouvrez le besoin par le nom de sa profession, puis «\u00A0Ajouter un mouvement\u00A0»\u00A0: combien, quand, et par quelle voie ils ont été comblés. On ne comble pas plus de postes qu’il n’en reste. Ce qui reste à combler se recalcule partout.",
				"Une erreur se corrige ou se reprend\u00A0; l’historique la garde. «\u00A0État au\u00A0» montre le besoin tel qu’il était à une autre date.",
				{ heading: "Haut salaire et traitement simplifié" },
				"La page du besoin les dit à sa date, avec leur source. La gestion tient les seuils et les listes à jour dans Réglages, «\u00A0Repères\u00A0»\u00A0; ce qui n’a pas été vérifié y est marqué «\u00A0à valider\u00A0».",
				{ heading: "Toute la région" },
				"La page «\u00A0Besoins\u00A0» réunit ceux de toute la région et se filtre par profession, MRC, logement ou état\u00A0; «\u00A0Professions\u00A0» les croise par MRC et par secteur, et chaque nombre ouvre sa liste.",
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
			alsoFoundBy: "tâche rappel échéance retard reporter ma journée agenda semaine récurrent responsable résumé alerte courriel",
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
				{ heading: "Résumé du jour" },
				"La page «\u00A0Résumé du jour\u00A0» réunit ce dont vous devez être au courant, chaque fait une seule fois\u00A0: visites prévues, signaux rouges, suivis dus ou en retard, aiguillages à répondre, rapports qui attendent depuis plus de 7\u00A0jours, dossiers sans activité. Le nombre à côté de son nom dit combien sont nouvelles\u00A0; ouvrir la page les marque comme vues.",
				"Le même résumé part par courriel, une fois par jour au plus et seulement s’il y a du nouveau\u00A0: à l’heure que vous choisissez, les jours ouvrables ou tous les jours. Ce que vous avez vu dans la page n’y est pas répété\u00A0; ce qui reste en retard y revient une fois par semaine. Le courriel nomme les employeurs et les lieux, jamais ce qui est écrit dans les notes.",
				{ heading: "D’où vient un suivi" },
				"Un suivi naît d’un rapport de visite, ou s’ajoute à la main\u00A0; il peut avoir plusieurs responsables. Sa provenance est indiquée.",
			],
		},
		"joindre-un-document": {
			title: "Joindre un document",
			lead: "Un fichier ou une photo, sur la fiche d’un employeur, une visite ou un dossier.",
			alsoFoundBy: "pièce jointe fichier photo téléverser télécharger PDF Word Excel caméra entente",
			body: [
				{
					steps: [
						"Ouvrez l’onglet «\u00A0Documents\u00A0» de la fiche, le bas d’une visite ou un dossier.",
						"«\u00A0Ajouter un document\u00A0», ou déposez les fichiers sur la section. Au téléphone, «\u00A0Prendre une photo\u00A0».",
						"Le nom d’un document le télécharge\u00A0; son menu le renomme, le décrit ou le retire. «\u00A0Annuler\u00A0» le fait revenir.",
					],
				},
				"PDF, Word, Excel, PowerPoint, OpenDocument texte, images, textes, CSV, courriels et calendriers, 25\u00A0Mo au plus. Le contenu est vérifié\u00A0: un programme, une page web, des macros ou un nom trompeur sont refusés.",
				{
					note: "Joindre un fichier demande le réseau. S’il coupe, le fichier reste à l’écran tant que l’onglet est ouvert\u00A0: il repart au retour du réseau, ou par «\u00A0Réessayer\u00A0», et n’est jamais reçu deux fois.",
				},
				"Une photo de plus de 3\u00A0000\u00A0pixels est réduite sur votre appareil\u00A0: elle part sans le lieu où elle a été prise. Les documents de ses visites et de ses dossiers sont aussi sur la fiche de l’employeur.",
			],
		},
		aiguillages: {
			title: "Aiguiller et avoir le retour",
			lead: "Envoyer un employeur, ou le besoin d’une personne, à qui peut répondre, et savoir ce qu’il en est advenu.",
			alsoFoundBy: "référence orienter diriger partenaire collègue consentement accusé de réception Accompagnement Québec",
			body: [
				"«\u00A0Aiguiller\u00A0», dans la liste des aiguillages ou sur la fiche d’un employeur, demande à qui (une ou un collègue, un partenaire, un autre service), pourquoi, et le consentement obtenu\u00A0: de qui, quand, comment. Sans consentement, rien ne part.",
				{ note: "D’une personne, on n’écrit ni le nom ni aucun numéro\u00A0: le besoin suffit." },
				{
					list: [
						"Qui le reçoit accuse réception, dit le jour de la rencontre, puis donne le résultat, ou décline avec une raison.",
						"Un aiguillage ne se termine qu’avec un résultat ou une visite consignée.",
						"Le retour d’un employeur aiguillé devient un [suivi](suivis), qui se ferme avec l’aiguillage.",
					],
				},
				"Un signalement à Accompagnement Québec va à un point de services, dont les agentes et agents répondent. Il porte une personne qui consent, ou un nombre seulement\u00A0: celui-ci ne dit ni l’employeur ni la ligne. «\u00A0Signaler des arrivées\u00A0», sur la fiche de l’employeur, envoie un nombre.",
				"Sans réponse le jour attendu, 15\u00A0jours ouvrables d’ordinaire, il paraît «\u00A0sans réponse\u00A0» des deux côtés\u00A0; après 30, il est porté à la gestion.",
			],
		},
		"questionnaire-et-signaux": {
			title: "Questionnaire annuel et signaux",
			lead: "Huit questions en moins d’une minute\u00A0; ce qui doit alerter se voit sur la fiche et dans la liste de la gestion.",
			alsoFoundBy: "fermeture mises à pied réduction d’effectifs logement alerte drapeau rouge ambre protocole vocabulaire tendance",
			body: [
				{
					steps: [
						"Ouvrez «\u00A0Signaux et questionnaire\u00A0» sur la fiche de l’employeur, ou «\u00A0Questionnaire\u00A0» à partir de la visite.",
						"Choisissez une réponse\u00A0: elle s’enregistre aussitôt. La réponse de l’année d’avant est écrite à côté.",
						"«\u00A0À ne pas redemander\u00A0»\u00A0: une ou un collègue l’a obtenue depuis moins de 90 jours. Reprenez-la, ou corrigez-la.",
					],
				},
				{ heading: "Les signaux" },
				"Une réponse ou un rapport de visite relève un signal, rouge ou ambre, avec son protocole\u00A0: ce qu’il y a à faire et qui aviser. «\u00A0Noter ce qui a été fait\u00A0» le ferme\u00A0; «\u00A0Annuler\u00A0» le rouvre.",
				"«\u00A0Signaux\u00A0» les réunit pour la région. «\u00A0Tendances\u00A0» les compte par secteur et par année\u00A0; chaque nombre ouvre sa liste.",
				{ heading: "Les questions et les mots" },
				"L’administration prépare les questions de chaque année et le protocole de chaque signal dans «\u00A0Questionnaire\u00A0», et retire ou ajoute des termes dans «\u00A0Vocabulaires\u00A0». Un terme retiré n’est plus proposé\u00A0; ce qui le porte le garde.",
			],
		},
	},
};
