import type { Article } from "../article.ts";
import type { TopicOf } from "../topics.ts";

export const fr: { pages: Record<TopicOf<"tools">, Article> } = {
	pages: {
		outils: {
			title: "Portail, Journées Québec et francisation",
			lead: "Suivre le compte de chaque employeur au Portail, noter ce qui s’y fait, et retrouver qui ne s’en sert pas.",
			alsoFoundBy:
				"mission compte usage Arrima recrutement international OEV offre validée dormant activation extrait entonnoir francisation OQLF attestation cours de français",
			body: [
				"Le Portail employeurs sert à chercher et à contacter des personnes de la banque d’Arrima. Les offres, les entrevues et les embauches relèvent des Journées Québec.",
				{ heading: "Le compte, étape par étape" },
				{
					steps: [
						"Sur la fiche, onglet «\u00A0Outils et francisation\u00A0», appuyez sur la suite\u00A0: compte à ouvrir, ouvert, actif. La date est celle d’aujourd’hui, la source et la personne qui a aidé se changent.",
						"Notez de même les recherches, les profils consultés, les personnes contactées et les offres validées.",
						"Le crayon corrige, la flèche reprend\u00A0; l’historique garde tout. Ce qui vient d’un rapport de visite se corrige dans le rapport.",
					],
				},
				"Un compte dort quand on l’a dit, ou après 180 jours sans usage\u00A0; un usage ou une nouvelle activation le réveille. Un compte à ouvrir crée un suivi à 10 jours ouvrables, un compte actif à 30 puis à 90 jours.",
				{ heading: "La page Portail employeurs" },
				"L’entonnoir va du compte envisagé au compte qui sert, et «\u00A0À relancer\u00A0» compte qui attend\u00A0: chaque nombre ouvre sa liste. «\u00A0À la date du\u00A0» relit tout à un autre jour, et le lien se partage.",
				{ heading: "La francisation de l’entreprise" },
				"Dans le même onglet, sous le Portail\u00A0: employeur informé, inscrit, cours démarré, attestation de l’OQLF, chacun à sa date. Une attestation d’avant l’inscription est refusée, sur la fiche comme dans un rapport de visite.",
				{ heading: "L’extrait du ministère" },
				"«\u00A0Importations\u00A0», «\u00A0Extrait du Portail\u00A0»\u00A0: NEQ, nom, activation, nombres depuis l’extrait précédent, date de l’extrait. Le même extrait deux fois n’écrit rien. Un employeur non reconnu est gardé de côté\u00A0: filtrez «\u00A0Employeur à trouver\u00A0», choisissez-le, puis appliquez, même plus tard.",
			],
		},
		missions: {
			title: "Journées Québec, avant et après",
			lead: "Le calendrier des missions, les employeurs qui y vont, les postes qu’ils offrent et ce qu’il en est advenu.",
			alsoFoundBy: "mission recrutement international inscription désistement postes offerts entonnoir résultats embauches grille coller tableur comparaison",
			body: [
				"La gestion tient le calendrier. Un usage de l’outil qui porte le nom d’une mission y inscrit l’employeur, et l’inscription écrit les usages\u00A0: l’un ne contredit pas l’autre.",
				{ heading: "Qui inviter" },
				"«\u00A0Employeurs à inviter\u00A0», sur une mission à venir, liste ceux dont des besoins ouverts, libres de toute autre mission, conviennent à ses professions, à ses secteurs, à son niveau de français et à ses dates, et à une règle de la direction, écrite en mots. Cochez-en plusieurs, ou invitez-les un à un\u00A0: chacun est suivi jusqu’à la date limite.",
				"Sur la page d’un besoin, «\u00A0Outil suggéré\u00A0» nomme l’outil et dit pourquoi. La gestion tient ces règles dans «\u00A0Repères des besoins\u00A0»\u00A0: rien d’autre n’est pesé.",
				{ heading: "Avant" },
				{
					steps: [
						"«\u00A0Inscrire un employeur\u00A0», sur la mission ou sur la fiche de l’employeur, onglet «\u00A0Outils et francisation\u00A0».",
						"Faites-le avancer d’un bouton\u00A0: invité, intéressé, inscrit, confirmé, a participé. «\u00A0Étapes\u00A0» corrige les dates ou note un désistement et sa raison.",
						"«\u00A0Postes\u00A0» offre des postes d’un besoin. Un poste ouvert ne se promet qu’à une mission\u00A0: ce qui reste libre est écrit.",
					],
				},
				"Un [suivi](suivis) rappelle de confirmer l’inscription dix jours ouvrables avant la date limite\u00A0; d’autres, de demander les résultats 10, 30 et 90\u00A0jours après la fin.",
				{ heading: "Après" },
				"La grille se remplit comme un tableur\u00A0: flèches, Entrée et Tab, un bloc collé d’un coup, {Ctrl+Z} pour revenir. Dites quel jour ces nombres ont été connus\u00A0: l’entonnoir se lit à n’importe quelle date, et les embauches tardives se voient.",
				{ note: "Ce qui n’est pas enregistré reste sur votre appareil, et se retrouve en revenant sur la page." },
				"«\u00A0Comparer les missions\u00A0» met côte à côte ce que la région a compté et les missions dont les chiffres sont publics.",
			],
		},
		immigration: {
			title: "Suivre une embauche jusqu’à l’arrivée",
			lead: "Chaque personne embauchée, sous un surnom, de l’offre acceptée à l’entrée en poste.",
			alsoFoundBy:
				"dossier d’immigration EIMT CAQ CSQ permis de travail PTET PMI résidence permanente délai refus renouvellement rétention maintien en emploi départ",
			body: [
				"«\u00A0Soudeur\u00A02 – Tunisie\u00A0» suffit\u00A0: ni nom, ni IUC, ni numéro de passeport ou de permis. Ce qui y ressemble est refusé.",
				"Sur la fiche d’un employeur, l’onglet «\u00A0Immigration\u00A0» dit où en est chaque personne et quel permis est à renouveler d’abord\u00A0; une embauche, ou un groupe, s’y ajoute. {Ctrl+K} trouve une étiquette.",
				"Le parcours choisit les étapes. Une étape ne se date pas avant la précédente, ni l’arrivée sans permis approuvé\u00A0; ce qui se termine dit pourquoi.",
				"Les [suivis](suivis) se font d’eux-mêmes\u00A0: état de la demande aux 30\u00A0jours, arrivée, première semaine, 1, 3, 6 et 12\u00A0mois de travail, renouvellement du permis 180, 120 et 90\u00A0jours avant sa fin. Ils se ferment, se déplacent et reviennent avec le dossier.",
				"«\u00A0Rétention\u00A0» garde ce qui est su après 1, 3, 6 et 12\u00A0mois. Un départ se dit par la fin du dossier. Le tableau de bord en donne la part, et toujours celle qu’on ignore.",
				"Dès l’arrivée, «\u00A0Accompagnement Québec\u00A0» dit si ce service a été offert\u00A0: la personne consent et le [point de services](aiguillages) est avisé, un nombre seulement lui est transmis, ou elle ne le souhaite pas.",
				"«\u00A0Embauche de groupe\u00A0» ajoute jusqu’à cent personnes d’un coup, dans une grille où se colle un tableur.",
				"«\u00A0Délais\u00A0» donne, par étape, la médiane et ce que neuf dossiers sur dix ne dépassent pas, pour les dossiers filtrés.",
			],
		},
	},
};
