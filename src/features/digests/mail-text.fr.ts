import type { MailFault } from "#contract/digests.ts";

export const fr = {
	title: "Courriel",
	intro: "Jalon envoie à chaque personne qui le veut un résumé du jour. Les adresses et les messages ne se lisent pas ici.",
	failed: "L’état du courriel n’a pas pu être lu.",
	off: {
		title: "L’envoi de courriels n’est pas activé.",
		text: "Qui exploite ce serveur l’active en donnant l’adresse du serveur de courriel (SMTP_URL) et l’expéditeur (MAIL_FROM), puis en redémarrant Jalon. Le résumé du jour se lit sans cela dans Jalon.",
	},
	today: "Aujourd’hui",
	sent: "Résumés envoyés",
	nothing: "Sans rien de nouveau",
	waiting: "En attente d’un autre essai",
	lastSent: "Dernier envoi",
	never: "Aucun depuis 30\u00A0jours",
	works: "Le dernier envoi a réussi.",
	faultAt: (moment: string) => `Le dernier envoi a échoué\u00A0: ${moment}.`,
	retryAt: (moment: string) => `Prochain essai\u00A0: ${moment}.`,
	noRetry: "Aucun autre essai aujourd’hui\u00A0; demain, le résumé repart.",
	faults: {
		unreachable: "Le serveur de courriel ne répond pas.",
		"sign-in": "Le serveur de courriel refuse le nom ou le mot de passe de Jalon.",
		encryption: "La connexion chiffrée avec le serveur de courriel n’a pas pu s’établir.",
		later: "Le serveur de courriel demande d’attendre.",
		refused: "Le serveur de courriel refuse les messages de Jalon\u00A0: vérifiez l’expéditeur (MAIL_FROM).",
		recipient: "Une adresse de destination n’existe pas\u00A0: vérifiez les adresses de la page «\u00A0Personnes\u00A0».",
		other: "L’envoi n’a pas abouti\u00A0; le journal du serveur en dit plus.",
	} satisfies Record<MailFault, string>,
};
