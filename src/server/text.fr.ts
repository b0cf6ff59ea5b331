export const fr = {
	starting: "Jalon démarre\u00A0: un instant.",
	stopping: "Jalon s’arrête\u00A0: réessayez dans un instant.",
	broken: "La base de données redémarre\u00A0: réessayez dans un instant.",
	full: "Le disque du serveur est plein\u00A0: on peut lire, mais rien ne peut être enregistré pour l’instant.",
};
