export const fr = {
	ready: "Une nouvelle version est prête.",
	update: "Mettre à jour",
	offline: (moment: string) => `Le service ne répond pas\u00A0: voici ce que cet appareil garde. Données du ${moment}.`,
	full: "Il n’y a plus de place sur cet appareil\u00A0: ce que vous tapez reste à l’écran, mais n’est plus gardé ici. Laissez cette page ouverte jusqu’à l’envoi, ou libérez de l’espace.",
	memory: "Ce navigateur ne garde rien quand on le ferme (navigation privée)\u00A0: laissez cette page ouverte jusqu’à l’envoi.",
};
