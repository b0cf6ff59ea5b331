export const fr = {
	title: "Accueil",
	headline: "Rien à faire ici pour votre rôle",
	text: "Les références et l’Accompagnement Québec ne sont pas encore dans Jalon. Le suivi des employeurs est réservé aux conseillères, aux conseillers et aux gestionnaires.",
};
