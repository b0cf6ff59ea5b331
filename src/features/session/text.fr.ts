export const fr = {
	title: "Ouvrir une session",
	product: "Jalon",
	tagline: "Suivi de l’accompagnement des employeurs",
	choose: "Choisissez une personne de la démonstration",
	explanation: "Aucun mot de passe\u00A0: les personnes et les employeurs sont fictifs, et tout reste sur cet ordinateur.",
	roles: {
		advisor: "Conseillère ou conseiller en immigration régionale",
		recruitmentAdvisor: "Conseillère ou conseiller en recrutement international",
		integrationAgent: "Agente ou agent d’aide à l’intégration",
		manager: "Gestionnaire",
		administrator: "Administration fonctionnelle",
		auditor: "Vérification",
	},
	none: "Aucun compte n’est encore ouvert",
	noneText: "Démarrez la démonstration avec «\u00A0npm start -- --demo\u00A0», ou demandez à l’administration fonctionnelle d’ouvrir votre compte.",
	language: "English",
};
