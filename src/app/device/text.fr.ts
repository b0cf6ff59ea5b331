export const fr = {
	ready: "Une nouvelle version est prête.",
	update: "Mettre à jour",
};
