const nb = "\u00A0";

/** The letter to the employer: in French whatever the language of the screen (a public body writes to businesses in French). Epicene, and nothing of what is only noted. */
export const letter = {
	subject: (day: string) => `Suites de notre échange du ${day}`,
	greeting: (names: string) => (names ? `Bonjour ${names},` : "Bonjour,"),
	thanks: {
		onSite: (day: string) => `Merci de votre accueil le ${day}.`,
		office: (day: string) => `Merci de votre visite à notre bureau le ${day}.`,
		video: (day: string) => `Merci de notre rencontre en visioconférence du ${day}.`,
		phone: (day: string) => `Merci de notre entretien téléphonique du ${day}.`,
	} as Record<string, (day: string) => string>,
	retained: "Voici ce que nous en retenons.",
	needs: "Vos besoins de main-d’œuvre",
	need: (occupation: string, posts: string, start: string) => `- ${occupation}${nb}: ${posts}${start && `, ${start}`}`,
	start: (day: string) => `dès le ${day}`,
	posts: { one: "poste", other: "postes" },
	solutions: "Les pistes dont nous avons parlé",
	steps: "Les prochaines étapes",
	step: (title: string, who: string, day: string) => `- ${title}${nb}: ${who}, d’ici le ${day}`,
	contact: (day: string) => `Nous reprendrons contact avec vous le ${day}.`,
	correct: "Si un point est inexact ou s’il manque quelque chose, il suffit de répondre à ce message.",
	close: "Cordialement,",
	office: (region: string) => `Direction régionale · ${region}`,
};
