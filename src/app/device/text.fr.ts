export const fr = {
	ready: "Une nouvelle version est prête.",
	update: "Mettre à jour",
	offline: (moment: string) => `Le service ne répond pas\u00A0: voici ce que cet appareil garde. Données du ${moment}.`,
};
